import assert from 'node:assert/strict';
import { listDeals } from '#app/list/deals.list.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { searchDeals } from '#app/list/deals.search.ts';
import { INDEX_SCHEMA } from '#app/referral/dealIndex.ts';
import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { DraftOf } from '#ports/documents.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { companyAdmin, deal, TODAY } from '#test/support/list/manyDeals.ts';

describe('deals.reindex', () => {
  let app: App;
  beforeEach(() => {
    app = startApp({ now: '2026-11-02T09:00:00.000Z' });
  });
  afterEach(() => app.close());

  /** A deal as the version before wrote it. */
  const earlier = (n: number): DraftOf<'referral'> => {
    const referral = deal(n, {
      organization: app.organization.id,
      stage: 'accepted',
      acceptedAt: '2026-10-02T00:00:00.000Z',
      acceptedBy: { kind: 'clock' },
    });
    const record = { referral, outbox: [], commands: ['a', 'b'] } as unknown as ReferralRecord;
    const { terms: _terms, ...draft } = referralDraft(record, undefined);
    const index = { stage: referral.stage, direction: referral.direction, created: referral.createdAt };
    return { ...draft, schema: 1, index };
  };
  const input = () => ({ organization: app.organization.id, personId: 'anna', member: companyAdmin });
  const listed = async () =>
    (await listDeals(app.deps, { ...input(), list: 'inbound', today: TODAY })).count.count;
  const reindexed = async () => {
    await startReindex(app.deps, app.organization);
    app.worker.look();
    await app.settled();
  };

  it('given deals that the version before wrote, when the program starts, then lists and search find them', async () => {
    for (let n = 0; n < 60; n++) await app.store.create(earlier(n));
    assert.equal(await listed(), 0);
    await reindexed();
    assert.equal(await listed(), 60);
    const found = await searchDeals(app.deps, { ...input(), text: 'fabrikam' });
    assert.equal(found.kind === 'found' && found.count.count, 60);
    const { id } = earlier(3);
    const document = await app.store.read<'referral'>(app.organization.id, id);
    assert.deepEqual([document?.schema, document?.dueAt], [INDEX_SCHEMA, undefined]);
    assert.deepEqual(document?.body, earlier(3).body);
    // Nobody wrote down when it changed: it stands before everything that changes from now on.
    assert.equal(document?.index?.changed, '2000-01-01T00:00:00.000Z');
    assert.deepEqual(app.errors, []);
  });

  it('given deals from before lists had this order and these filters, when they are listed until all are indexed anew, then none is missing', async () => {
    const before = (n: number): DraftOf<'referral'> => {
      const referral = { ...earlier(n).body.referral, value: { amount: n, currency: 'USD' } };
      const draft = referralDraft({ ...earlier(n).body, referral }, undefined);
      const { due, happened, worth, currency, salesStage, ...index } = draft.index ?? {};
      assert.ok(due && happened && currency && salesStage && worth !== undefined);
      return { ...draft, schema: INDEX_SCHEMA - 1, index };
    };
    const state = { partition: app.organization.id, id: 'reindex', kind: 'reindex', schema: 1 } as const;
    await app.store.create({ ...state, body: { schema: INDEX_SCHEMA - 1, done: true } });
    for (let n = 1; n <= 12; n++) await app.store.create(before(n));
    const filters = { over: { amount: 5 }, stage: 10 as const, words: 'fabrikam', quiet: true as const };
    const found = async () => {
      const all = await listDeals(app.deps, { ...input(), list: 'all', today: TODAY });
      const some = await listDeals(app.deps, { ...input(), list: 'all', filters, today: TODAY });
      return [all.count.count, all.deals.length, some.count.count];
    };
    assert.deepEqual(await found(), [12, 10, 8]);
    await reindexed();
    assert.deepEqual(await found(), [12, 10, 8]);
  });

  it('given a deal with a timeline that the version before wrote, when the program starts, then its last entry says when it changed', async () => {
    const { body, ...draft } = earlier(1);
    const entry = { revision: 2, what: 'deal.edit', by: { kind: 'clock' as const }, changes: [] };
    const recent = [
      { ...entry, at: '2026-10-03T00:00:00.000Z' },
      { ...entry, at: '2026-10-04T00:00:00.000Z' },
    ];
    await app.store.create({ ...draft, body: { ...body, referral: { ...body.referral, recent } } });
    await reindexed();
    assert.equal((await app.store.read('contoso', draft.id))?.index?.changed, '2026-10-04T00:00:00.000Z');
  });

  it('given all is done, when the program starts again, then nothing is written', async () => {
    await app.store.create(earlier(1));
    await reindexed();
    const etag = (await app.store.read(app.organization.id, earlier(1).id))?.etag;
    const done = (await app.store.read(app.organization.id, 'reindex'))?.etag;
    await reindexed();
    assert.equal((await app.store.read(app.organization.id, earlier(1).id))?.etag, etag);
    assert.equal((await app.store.read(app.organization.id, 'reindex'))?.etag, done);
  });

  it('given a restart in the middle, when the program starts again, then it goes on where it stopped', async () => {
    for (let n = 0; n < 60; n++) await app.store.create(earlier(n));
    const first = await app.store.list({ partition: app.organization.id, kind: 'referral', limit: 20 });
    assert.ok(first.cursor);
    const body = { schema: INDEX_SCHEMA, done: false, cursor: first.cursor };
    const draft = {
      partition: app.organization.id,
      id: 'reindex',
      kind: 'reindex' as const,
      schema: 1,
      body,
    };
    await app.store.create({ ...draft, dueAt: app.clock.instant });
    await reindexed();
    assert.equal(await listed(), 40);
  });
});
