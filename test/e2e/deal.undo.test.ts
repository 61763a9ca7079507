import assert from 'node:assert/strict';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

describe('one live card a deal and chat, and taking back, in a real client', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage();
    anna = await stage.seat('Anna Berg');
  });

  after(() => stage?.close());

  it('given a stage is typed, then one line says so, the card follows, and Undo takes both back (CR-40)', async () => {
    await stage.receive(referralFrom('Humongous'));
    await anna.openChat();
    const card = anna.eldest('Humongous');
    await card.press('Accept');
    await card.press('Accept referral');
    await card.shows('Accepted by Anna Berg');
    await anna.say('stage humongous negotiated');
    const line = anna.latest('moved to');
    await line.shows('Negotiated (80%)');
    await card.shows('Negotiated 80%');
    await line.press('Undo');
    await anna.latest('Undone').shows('Humongous');
    await card.shows('Accepted 10%');
  });

  it('given the card is asked for again, then it comes at the bottom and the older one is a line', async () => {
    await anna.say('stage humongous qualified');
    await anna.latest('moved to').press('Open');
    await anna.latest('Accepted by Anna Berg').shows('Qualified 20%', 'Mark as Developed (40%)');
    await anna.eldest('Humongous').shows('its card is further down');
    assert.equal(await anna.count('Mark as Developed (40%)'), 1);
  });

  it('given a referral is declined, when Undo is pressed within the twenty seconds, then it can be answered again (CR-36)', async () => {
    await stage.receive(referralFrom('Litware'));
    const card = anna.card('Litware');
    await card.press('Decline');
    await card.pick('Not a customer');
    await card.press('Decline referral');
    await card.shows('Declined by Anna Berg', 'You can undo this until');
    await card.press('Undo');
    await card.shows('New referral from Microsoft');
    assert.deepEqual(await card.buttons(), ['Accept', 'Decline', 'Details', '...']);
  });
});
