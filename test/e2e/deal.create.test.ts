import { analytics, backup, contoso, fabrikam, stock } from '#test/support/draft/dealScene.ts';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const YEAR = new Date().getFullYear() + 1;

describe('deal.create, in a real client', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage();
    await stock(stage.bot.composed.store, [contoso, fabrikam], [analytics, backup]);
    anna = await stage.seat('Anna Berg');
    await anna.openChat();
    await anna.card('Co-sell referrals').shows('You have 14 days');
  });

  after(() => stage?.close());

  it('given one line, then the rest is asked form by form, one card goes from step to step, and the review becomes the deal (CR-18 to CR-28)', async () => {
    await anna.say(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}`);
    const team = anna.card('step 1 of 4: Team');
    await team.shows('Taken from your line', 'Contoso Ltd, Seattle', '$50,000');
    await team.type('Your phone number *', '+49 30 5550100');
    await team.press('Next');
    const solutions = anna.card('step 2 of 4: Solutions');
    await solutions.shows('Analytics');
    await solutions.locator.getByRole('checkbox', { name: /Backup/ }).click();
    await solutions.press('Next');
    const selling = anna.card('step 3 of 4');
    await selling.press('Private');
    const review = anna.card('step 4 of 4: Review');
    await review.shows('Contoso Ltd – Backup', 'Microsoft sellers can’t see this deal');
    await review.press('Create deal');
    await anna.card('Contoso Ltd – Backup').shows('Edit');
  });
});
