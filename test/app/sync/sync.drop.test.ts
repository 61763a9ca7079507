import assert from 'node:assert/strict';
import { dropRefused } from '#app/sync/sync.drop.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';
import { differing } from '#test/support/sync/unsyncedDeal.ts';

describe('sync.drop', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const there = { value: { amount: 52, currency: 'USD' } };
  const refused = { code: 'invalidrequest', at: '2026-11-20T10:00:00.000Z' };

  it('given what Partner Center refused, when it is given up, then Partner Center’s value counts here', async () => {
    const { revision } = await differing(app.deps, await created(app), { field: 'value', there, refused });
    const press = { ...pressOf(), field: 'value' as const, seen: revision };
    assert.equal(inAWord(await dropRefused(app.deps, press)), 'done');
    const deal = await dealOf(app, 'contoso', 'deal-1');
    assert.deepEqual([deal?.value, deal?.unsynced], [there.value, undefined]);
  });

  it('given that it was not refused, or something else is there by now, then nothing is given up', async () => {
    const { revision } = await differing(app.deps, await created(app), { field: 'value', there });
    const press = { ...pressOf(), field: 'value' as const, seen: revision };
    assert.equal(inAWord(await dropRefused(app.deps, press)), 'sync-nothing');
    const other = await created(app, { id: 'deal-2', engagementId: 'engagement-2' });
    await differing(app.deps, other, { field: 'value', there, refused });
    const old = { ...pressOf('anna', { referralId: 'deal-2' }), field: 'value' as const, seen: 0 };
    assert.equal(inAWord(await dropRefused(app.deps, old)), 'changed-meanwhile');
  });
});
