import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { copyStore } from '#app/store/copyStore.ts';
import { inventoryOf } from '#app/store/inventory.ts';
import type { DocumentDraft, WholeStore } from '#ports/documents.ts';

const now = '2031-01-01T00:00:00.000Z';
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

describe('copying a store', () => {
  let from: WholeStore;
  let to: WholeStore;
  beforeEach(async () => {
    from = openSqliteStore({ file: ':memory:' });
    to = openSqliteStore({ file: ':memory:' });
    for (let at = 0; at < 600; at++) await from.create(noteAt(at));
  });
  afterEach(() => Promise.all([from.close(), to.close()]));

  const noteAt = (at: number, more: Partial<DocumentDraft> = {}): DocumentDraft => ({
    partition: `org/${at % 7}`,
    id: `d${at}`,
    kind: at % 3 === 0 ? 'referral' : 'notice',
    schema: 2,
    index: { at },
    terms: ['b', 'a'],
    body: { at, words: `deal ${at}` },
    ...more,
  });
  const copied = () => copyStore({ from, to, onProgress: () => undefined }, now);
  const inventory = (store: WholeStore) => inventoryOf(store, now, digest);

  it('given an empty target, then everything is there, and both have the same counts and sums', async () => {
    assert.deepEqual(await copied(), { written: 600, replaced: 0, same: 0 });
    const held = await inventory(to);
    assert.deepEqual(held, await inventory(from));
    assert.deepEqual(
      [...held].map(([kind, { count }]) => [kind, count]),
      [
        ['notice', 400],
        ['referral', 200],
      ],
    );
    const { etag: _, ...one } = (await to.read('org/4', 'd4')) ?? assert.fail();
    assert.deepEqual(one, noteAt(4, { terms: one.terms }));
  });

  it('given a copy that was stopped, when it is run again, then it goes on and writes nothing twice', async () => {
    const stopped = copyStore(
      {
        from,
        to,
        onProgress: () => {
          throw new Error('stopped');
        },
      },
      now,
    );
    await assert.rejects(stopped, /stopped/);
    const { written, same, replaced } = await copied();
    assert.ok(same > 0);
    assert.deepEqual([written + same, replaced], [600, 0]);
    assert.deepEqual(await copied(), { written: 0, replaced: 0, same: 600 });
  });

  it('given a document that changed since, when it is run again, then the copy has it too', async () => {
    await copied();
    const had = (await from.read('org/5', 'd5')) ?? assert.fail();
    await from.replace(noteAt(5, { body: { at: 'changed' } }), had.etag);
    assert.notDeepEqual(await inventory(to), await inventory(from));
    assert.deepEqual(await copied(), { written: 0, replaced: 1, same: 599 });
    assert.deepEqual(await inventory(to), await inventory(from));
  });

  it('given the claim of a worker, then the copy stands without it, so that its own workers begin at once', async () => {
    const lease = { owner: 'a bot that is gone', until: '2031-01-01T00:01:00.000Z' };
    await from.create(noteAt(1_000, { dueAt: now, lease }));
    await copied();
    const copy = (await to.read('org/6', 'd1000')) ?? assert.fail();
    assert.deepEqual([copy.dueAt, copy.lease], [now, undefined]);
    assert.deepEqual(await inventory(to), await inventory(from));
  });

  it('given what has expired, then it is neither copied nor counted', async () => {
    await from.create(noteAt(1_001, { expiresAt: now }));
    await from.create(noteAt(1_002, { expiresAt: '2031-01-01T00:00:00.001Z' }));
    assert.equal((await copied()).written, 601);
    assert.equal(await to.read('org/0', 'd1001'), undefined);
    assert.deepEqual(await inventory(to), await inventory(from));
  });

  it('given something in the target alone, then it stays, and the sums of its kind differ', async () => {
    await to.create(noteAt(2_001));
    await copied();
    const [had, has] = [await inventory(from), await inventory(to)];
    assert.equal(has.get('referral')?.count, 201);
    assert.notEqual(has.get('referral')?.checksum, had.get('referral')?.checksum);
    assert.deepEqual(has.get('notice'), had.get('notice'));
  });
});
