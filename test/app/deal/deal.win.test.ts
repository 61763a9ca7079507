import assert from 'node:assert/strict';
import { loseDeal } from '#app/deal/deal.lose.ts';
import { winDeal } from '#app/deal/deal.win.ts';
import { markStage } from '#app/deal/stage.mark.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';

const assessment: Solution = { id: 'SA-1', name: 'Cost check', kind: 'assessment' };

describe('deal.win', () => {
  let app: App;
  beforeEach(() => {
    app = startApp({ others: { fabrikam: 'Fabrikam', tailspin: 'Tailspin' } });
  });
  afterEach(() => app.close());

  it('given an accepted deal, when it is won, then it is closed by that person for good, whatever its stage (CR-42, CR-50)', async () => {
    await created(app);
    assert.equal(inAWord(await winDeal(app.deps, pressOf())), 'done');
    const deal = await dealOf(app, 'contoso', 'deal-1');
    assert.ok(deal?.stage === 'closed' && deal.outcome === 'won');
    assert.deepEqual(deal.closedBy, { kind: 'person', personId: 'tenant:anna' });
    for (const late of [
      winDeal(app.deps, pressOf()),
      loseDeal(app.deps, { ...pressOf(), reason: 'other' }),
      markStage(app.deps, { ...pressOf(), stage: 20 }),
    ]) {
      assert.equal(inAWord(await late), 'already-closed');
    }
    assert.deepEqual(await dealOf(app, 'contoso', 'deal-1'), deal);
  });

  it('given one press that comes twice, then it counts once; given won and lost at once, then one of them counts (CR-42)', async () => {
    await created(app);
    const press = pressOf();
    const twice = await Promise.all([winDeal(app.deps, press), winDeal(app.deps, press)]);
    assert.deepEqual(twice.map(inAWord), ['done', 'done']);
    assert.equal((await dealOf(app, 'contoso', 'deal-1'))?.revision, 2);
    await created(app, { id: 'deal-2', engagementId: 'engagement-2' });
    const both = await Promise.all([
      winDeal(app.deps, pressOf('anna', { referralId: 'deal-2' })),
      loseDeal(app.deps, { ...pressOf('bo', { referralId: 'deal-2' }), reason: 'other' }),
    ]);
    assert.deepEqual(both.map(inAWord).sort(), ['already-closed', 'done']);
  });

  it('given an assessment, then it is won only after its last stage (CR-41)', async () => {
    await created(app, { solutions: [assessment], salesStage: 60 });
    assert.equal(inAWord(await winDeal(app.deps, pressOf())), 'stages-missing');
    await markStage(app.deps, { ...pressOf(), stage: 80 });
    assert.equal(inAWord(await winDeal(app.deps, pressOf())), 'done');
  });

  it('given one party accepted and one has not answered, when the deal is won, then the undecided invitation ends and the other goes on (CR-42)', async () => {
    await created(app);
    for (const guest of ['fabrikam', 'tailspin']) await invite(app, guest);
    await app.settled();
    await command(app, 'fabrikam', 'r-fabrikam', {
      type: 'referral.accept',
      entries: { name: 'Ours', value: { amount: 1, currency: 'EUR' }, closeDate: '2027-01-01' },
    });
    await winDeal(app.deps, pressOf());
    await app.final();
    const tailspin = await dealOf(app, 'tailspin', 'r-tailspin');
    assert.deepEqual(
      [tailspin?.stage, tailspin?.stage === 'closed' && tailspin.outcome],
      ['closed', 'withdrawn'],
    );
    assert.equal((await dealOf(app, 'fabrikam', 'r-fabrikam'))?.stage, 'accepted');
  });
});
