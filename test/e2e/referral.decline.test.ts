import assert from 'node:assert/strict';
import { until } from '#test/support/bot/startBot.ts';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const NOTES = 'We have nobody free before March';

describe('referral.decline and what others see, in a real client', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;
  let marco: Screen;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage();
    [anna, marco] = await Promise.all([stage.seat('Anna Berg'), stage.seat('Marco Rossi')]);
    await anna.openChannel();
    await anna.card('Co-sell referrals').shows('New referrals go to this channel');
  });

  after(() => stage?.close());

  it('given a reason and notes, then the chat shows both, the channel the reason alone, and neither can be answered (CR-36, CR-37, CR-51)', async () => {
    const referral = referralFrom('Litware');
    await stage.receive(referral);
    await anna.openChannel();
    const post = anna.card('Litware');
    await post.press('Decline');
    await post.pick('Proposed timeline was too short');
    await post.type('Notes (optional)', NOTES);
    await post.press('Decline referral');
    const decided = ['Declined by Anna Berg', 'Reason: Proposed timeline was too short'];
    await post.shows(...decided);
    assert.deepEqual(await post.buttons(), ['Details', '...']);
    // What people typed is read in personal chats alone.
    assert.doesNotMatch(await post.text(), /Trujillo|2165550100|nobody free/);
    await anna.openChat();
    await anna.card('Litware').shows(...decided, NOTES);
    assert.deepEqual(await anna.card('Litware').buttons(), ['Details', '...']);
    // Nothing of it leaves the company as long as it can be taken back.
    await until('the decline is final', async () => (await stage.statusOf(referral)) === 'Closed/Declined');
  });

  it('given no reason, then nothing is sent and the form says what is missing (CR-37)', async () => {
    const referral = referralFrom('Proseware');
    await stage.receive(referral);
    await anna.openChat();
    const card = anna.card('Proseware');
    await card.press('Decline');
    await card.press('Decline referral');
    await card.shows('Choose a reason.');
    assert.equal(await stage.statusOf(referral), 'New/Pending');
  });

  it('given a colleague who decides, then the card of the other one says who (CR-50)', async () => {
    await stage.receive(referralFrom('Alpine Ski House'));
    const hers = anna.card('Alpine Ski House');
    const his = marco.card('Alpine Ski House');
    await his.shows('New referral from Microsoft');
    await anna.openChat();
    await hers.press('Accept');
    await hers.press('Accept referral');
    await his.shows('Accepted by Anna Berg');
    assert.deepEqual(await his.buttons(), ['Mark as Qualified (20%)', 'Edit', 'Details', '...']);
  });

  it('given a colleague who declines, then the card of the other one says who and why (CR-50)', async () => {
    await stage.receive(referralFrom('Munson'));
    const his = marco.card('Munson');
    await his.press('Decline');
    await his.pick('Not a customer');
    await his.press('Decline referral');
    await his.shows('Declined by Marco Rossi');
    await anna.openChat();
    await anna.card('Munson').shows('Declined by Marco Rossi', 'Reason: Not a customer');
    assert.deepEqual(await anna.card('Munson').buttons(), ['Details', '...']);
  });
});
