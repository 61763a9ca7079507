import assert from 'node:assert/strict';
import { loseDeal } from '#app/deal/deal.lose.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';

describe('deal.lose', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  it('given an accepted deal, when it is lost, then who, when, why and the notes stay with it (CR-37, CR-42)', async () => {
    await created(app, { salesStage: 40 });
    const outcome = await loseDeal(app.deps, { ...pressOf(), reason: 'other-vendor', notes: 'Cheaper' });
    assert.equal(inAWord(outcome), 'done');
    const deal = await dealOf(app, 'contoso', 'deal-1');
    assert.ok(deal?.stage === 'closed');
    assert.deepEqual(
      [deal.outcome, deal.reason, deal.closingNotes, deal.closedAt, deal.salesStage],
      ['lost', 'other-vendor', 'Cheaper', app.clock.now().toISOString(), 40],
    );
  });

  it('given a deal that nobody has accepted yet, then it can be declined but not lost (CR-42)', async () => {
    await created(app, { stage: 'received' });
    assert.equal(inAWord(await loseDeal(app.deps, { ...pressOf(), reason: 'other' })), 'not-accepted');
  });
});
