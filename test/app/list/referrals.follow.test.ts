import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { workReferral } from '#app/delivery/referral.work.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { type ChangePosition, followReferrals } from '#app/list/referrals.follow.ts';
import { withStamp } from '#app/referral/changeStamp.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, DocumentStore } from '#ports/documents.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { deal } from '#test/support/list/manyDeals.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const SETTLED = 15_000;

async function follow(
  deps: { store: DocumentStore; clock: Clock },
  from?: ChangePosition,
): Promise<{ names: string[]; last: ChangePosition | undefined }> {
  const rows = await followReferrals(deps, 'contoso', from);
  assert.ok(rows);
  const names: string[] = [];
  let last = from;
  for await (const { record, position } of rows) {
    names.push(record.referral.name);
    last = position;
  }
  return { names, last };
}

describe('referrals.follow', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ members: [] });
    await startReindex(app.deps, app.organization);
  });
  afterEach(() => app.close());

  const at = (n: number) => new Date(Date.parse('2026-11-16T08:00:00Z') + n * 1_000).toISOString();
  // Everything but the name stays as it is, whenever it is sent.
  const { id: _, ...body } = inbound({ direction: 'Outgoing' });
  const receive = async (id: string, name: string, n: number) => {
    await app.receive({ ...body, id, name, updatedDateTime: at(n) });
    await app.settled();
    app.clock.advance(SETTLED);
  };

  it('given deals that were created and changed, when followed from the beginning, then each comes once, in the order of its last change', async () => {
    await receive('a', 'A', 1);
    await receive('b', 'B', 2);
    await receive('a', 'A renamed', 3);
    assert.deepEqual((await follow(app.deps)).names, ['B', 'A renamed']);
  });

  it('given a position, when followed from there, then only what changed since, and nothing where nothing did', async () => {
    await receive('a', 'A', 1);
    const { last } = await follow(app.deps);
    assert.deepEqual((await follow(app.deps, last)).names, []);
    await receive('b', 'B', 2);
    await receive('a', 'A renamed', 3);
    assert.deepEqual((await follow(app.deps, last)).names, ['B', 'A renamed']);
  });

  it('given a change of a moment ago, when followed, then it is held back until nothing can land before it any more', async () => {
    await receive('a', 'A', 1);
    app.clock.advance(-1);
    assert.deepEqual((await follow(app.deps)).names, []);
    app.clock.advance(1);
    assert.deepEqual((await follow(app.deps)).names, ['A']);
  });

  it('given work that nobody outside can see, when followed, then the deal does not come again; given another body with nothing that people see, it does', async () => {
    await receive('a', 'A', 1);
    const { last } = await follow(app.deps);
    const document = await app.store.read<'referral'>('contoso', 'referral:a');
    assert.ok(document);
    // A lease that ran out, and the work under it.
    const due = {
      ...document,
      kind: 'referral' as const,
      lease: { owner: 'gone', until: app.clock.instant },
      dueAt: app.clock.instant,
    };
    assert.ok((await app.store.replace(due, document.etag)).ok);
    await app.settled();
    assert.equal((await app.store.read('contoso', 'referral:a'))?.lease, undefined);
    app.clock.advance(SETTLED);
    assert.deepEqual((await follow(app.deps, last)).names, []);
    await receive('a', 'A', 2);
    const again = await app.store.read<'referral'>('contoso', 'referral:a');
    assert.deepEqual(again?.body.referral, document.body.referral);
    assert.deepEqual((await follow(app.deps, last)).names, ['A']);
  });

  it('given a deal that nobody met in the store within five seconds, when the worker meets it, then it counts as changed then, once', async () => {
    const stale = new Date(Date.parse(app.clock.instant) - 5_001);
    const written = await app.store.create(
      referralDraft(withStamp(createdRecord(deal(1, { direction: 'outbound' })), stale), undefined),
    );
    assert.ok(written.ok);
    // One turn of the worker: where much is to be done, the next one may be far.
    await workReferral(app.deps, written.document);
    const document = await app.store.read<'referral'>('contoso', written.document.id);
    assert.equal(document?.dueAt, undefined);
    assert.deepEqual(document?.body.changed, { at: app.clock.instant, landed: true });
    assert.equal(document?.index?.changed, app.clock.instant);
    assert.deepEqual(app.errors, []);
  });

  it('given deals that are not indexed yet, when followed, then nothing is said of them', async () => {
    const document = await app.store.read<'reindex'>('contoso', 'reindex');
    assert.ok(document);
    const body = { ...document.body, schema: document.body.schema - 1 };
    assert.ok((await app.store.replace({ ...document, kind: 'reindex', body }, document.etag)).ok);
    assert.equal(await followReferrals(app.deps, 'contoso', undefined), undefined);
  });

  it('given deals of another organization, when followed, then none of them comes', async () => {
    await receive('a', 'A', 1);
    const { partition: _, ...draft } = referralDraft(createdRecord(deal(1)), undefined);
    await app.store.create({ ...draft, partition: 'fabrikam' });
    assert.deepEqual((await follow(app.deps)).names, ['A']);
  });
});

describe('referrals.follow with SQLite', () => {
  it('given many deals, when followed from the middle, then an index alone leads there, without sorting', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cosell-follow-'));
    const file = join(folder, 'store.db');
    const store = openSqliteStore({ file, throwaway: true });
    const second = new DatabaseSync(file, { readOnly: true });
    try {
      await fill(store);
      const asked = await statementsOf(() =>
        store.list({
          partition: 'contoso',
          kind: 'referral',
          orderBy: { field: 'changed', direction: 'ascending' },
          cursor: 't2026-11-16T09:00:01.000Z referral:x',
          limit: 10,
        }),
      );
      const walk = asked.filter((text) => / FROM entries AS e/.test(text));
      assert.equal(walk.length, 1);
      const plan = second.prepare(`EXPLAIN QUERY PLAN ${walk[0]}`).all();
      assert.equal(plan.length, 1);
      assert.match(
        String(plan[0]?.detail),
        /^SEARCH e USING PRIMARY KEY \(scope=\? AND field=\? AND \(value,id\)>/,
      );
    } finally {
      second.close();
      await store.close();
      await rm(folder, { recursive: true });
    }
  });
});

async function fill(store: AnyDocumentStore): Promise<void> {
  const writes = Array.from({ length: 700 }, (_, n) => {
    const at = new Date(Date.parse('2026-11-16T09:00:00Z') + n * 10);
    return store.create(referralDraft(withStamp(createdRecord(deal(n)), at), undefined));
  });
  await Promise.all(writes);
}

/** The SQL that is prepared while something runs. */
async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const { prepare } = DatabaseSync.prototype;
  const texts: string[] = [];
  DatabaseSync.prototype.prepare = function recording(this: DatabaseSync, text: string): StatementSync {
    texts.push(text);
    return prepare.call(this, text);
  };
  try {
    await run();
  } finally {
    DatabaseSync.prototype.prepare = prepare;
  }
  return texts;
}
