import assert from 'node:assert/strict';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const LIFE_HOURS = 13 * 24;

describe('expiry, in a real client', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage();
    anna = await stage.seat('Anna Berg');
    await anna.openChannel();
    await anna.card('Co-sell referrals').shows('New referrals go to this channel');
  });

  after(() => stage?.close());

  it('given nobody who answers, then every copy shows Expired and the thread says so (CR-38)', async () => {
    const referral = referralFrom('Woodgrove');
    await stage.receive(referral);
    const said = 'Expired: nobody answered the Woodgrove referral in time.';
    const card = anna.card('Woodgrove');
    await card.shows('New referral from Microsoft');
    stage.clock.forward(LIFE_HOURS);
    await card.shows('Expired without an answer', 'Next time, answer fast');
    await anna.readsBelow('Woodgrove', said);
    assert.deepEqual(await card.buttons(), ['Details', '...']);
    await anna.openChat();
    await card.shows('Expired without an answer');
    await anna.reads(said);
    assert.deepEqual(await card.buttons(), ['Details', '...']);
    assert.equal(await stage.statusOf(referral), 'Closed/Expired');
  });
});
