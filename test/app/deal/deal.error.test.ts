import assert from 'node:assert/strict';
import { closeDealAsError } from '#app/deal/deal.error.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';

describe('deal.error', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const close = (switchedOn = true) =>
    closeDealAsError(app.deps, { ...pressOf(), reason: 'duplicate-bulk', notes: 'Twice', switchedOn });

  for (const stage of ['received', 'accepted'] as const) {
    it(`given one that is ${stage} and the option, when it is closed as an error, then it is so for good, with its reason (CR-43)`, async () => {
      await created(app, { stage });
      assert.equal(inAWord(await close()), 'done');
      const deal = await dealOf(app, 'contoso', 'deal-1');
      assert.ok(deal?.stage === 'closed');
      assert.deepEqual(
        [deal.outcome, deal.errorReason, deal.closingNotes],
        ['error', 'duplicate-bulk', 'Twice'],
      );
      assert.equal(inAWord(await close()), 'already-closed');
    });

    it(`given one that is ${stage} without the option, then it stays (CR-43)`, async () => {
      await created(app, { stage });
      assert.equal(inAWord(await close(false)), 'error-off');
      assert.equal((await dealOf(app, 'contoso', 'deal-1'))?.stage, stage);
    });
  }
});
