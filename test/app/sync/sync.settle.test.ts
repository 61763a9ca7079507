import assert from 'node:assert/strict';
import { settleConflict } from '#app/sync/sync.settle.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';
import { differing } from '#test/support/sync/unsyncedDeal.ts';

describe('sync.settle', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const there = { value: { amount: 52, currency: 'USD' } };
  const begin = async () =>
    differing(app.deps, await created(app), { field: 'value', there, conflict: true });

  for (const keep of ['ours', 'theirs'] as const) {
    it(`given both sides changed the value, when ${keep} counts, then nobody is asked any more (CR-39)`, async () => {
      const before = await begin();
      const press = { ...pressOf(), field: 'value' as const, keep, seen: before.revision };
      assert.equal(inAWord(await settleConflict(app.deps, press)), 'done');
      const deal = await dealOf(app, 'contoso', 'deal-1');
      assert.deepEqual(deal?.value, keep === 'ours' ? before.value : there.value);
      assert.equal(deal?.unsynced?.[0]?.conflict, undefined);
      assert.equal(inAWord(await settleConflict(app.deps, { ...press, ...pressOf('bo') })), 'sync-nothing');
    });
  }

  it('given other values than those that were looked at, then nothing is chosen', async () => {
    const { revision } = await begin();
    const press = { ...pressOf(), field: 'value' as const, keep: 'theirs' as const, seen: revision - 1 };
    assert.equal(inAWord(await settleConflict(app.deps, press)), 'changed-meanwhile');
  });
});
