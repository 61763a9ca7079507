import {
  answerAll,
  createDeal,
  dealOf,
  inviteBoth,
  registerDeal,
  seatTrio,
  type Trio,
  winDeal,
} from '#test/support/e2e/engagementStory.ts';
import { oneStory } from '#test/support/e2e/oneStory.ts';
import { raiseStage, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

describe('a deal of three parties, each in a client of their own', function () {
  this.timeout(STAGE_PATIENCE);
  oneStory();
  let stage: Stage;
  let trio: Trio;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage({ together: true });
    trio = await seatTrio(stage);
  });

  after(() => stage?.close());

  it('given a deal, when a partner and Microsoft are invited, then each has a card, and the deal is co-sell (CR-30, CR-31)', async () => {
    await createDeal(trio);
    await inviteBoth(trio);
    await dealOf(trio.fay).shows('New referral from Contoso');
    await dealOf(trio.mia).shows('New referral from Contoso');
  });

  it('given their answers, then everybody sees them at once, and who declined is invited again (CR-33, CR-36, CR-52)', async () => {
    await answerAll(trio);
  });

  it('given stages on both sides, then each sees the other’s, and Won is asked once more (CR-40, CR-42)', async () => {
    await winDeal(trio);
  });

  it('given a won deal, when it is registered, then Microsoft reviews it, asks for action, and passes it (CR-46 to CR-48, CR-53)', async () => {
    await registerDeal(trio);
  });
});
