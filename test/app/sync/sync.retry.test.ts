import assert from 'node:assert/strict';
import { retryRefused } from '#app/sync/sync.retry.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';
import { differing } from '#test/support/sync/unsyncedDeal.ts';

describe('sync.retry', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  it('given what Partner Center refused, when it is sent again, then it can be sent; once more, then nothing is left', async () => {
    const refused = { code: 'servicenotavailable', at: '2026-11-20T10:00:00.000Z' };
    await differing(app.deps, await created(app), { field: 'decision', refused });
    assert.equal(inAWord(await retryRefused(app.deps, pressOf())), 'done');
    const deal = await dealOf(app, 'contoso', 'deal-1');
    assert.deepEqual(deal && sendable(deal), ['decision']);
    assert.equal(inAWord(await retryRefused(app.deps, pressOf())), 'sync-nothing');
  });
});
