import assert from 'node:assert/strict';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

describe('a deal’s card, in a real client', function () {
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

  it('given an accepted deal, when edited and handed over, then both chats and the channel show it, there without contact (CR-39)', async () => {
    await stage.receive(referralFrom('Humongous'));
    await anna.openChat();
    const card = anna.card('Humongous');
    await card.press('Accept');
    await card.press('Accept referral');
    await card.shows('Accepted by Anna Berg');
    assert.deepEqual(await card.buttons(), ['Mark as Qualified (20%)', 'Edit', 'Details', '...']);
    assert.deepEqual(await card.menu(), [
      'Stage, won, lost…',
      'Hand over',
      'History',
      'Chat with the team',
      'Team',
      'Solutions…',
      'New deal from this',
      'View in Partner Center',
    ]);
    await card.press('Details');
    await card.shows('Microsoft sellers can see this deal');

    await card.press('Edit');
    await card.type('Deal name', 'Humongous: rollout');
    await card.press('Save');
    await card.shows('Humongous: rollout');

    await card.choosesFromMenu('Hand over');
    await card.press('Someone else');
    await card.type('Name or e-mail address', 'Marco');
    await card.locator.getByRole('button', { name: 'Hand over', exact: true }).last().click();
    await card.shows('Handed over', 'Undo');
    await card.press('Details');
    await card.shows('Owner', 'Marco Rossi');
    await marco.card('Humongous').press('Details');
    await marco.card('Humongous').shows('Owner', 'because Anna Berg handed it over to you');

    await anna.openChannel();
    const copy = anna.card('Humongous');
    await copy.press('Details');
    await copy.shows('Owner', 'Marco Rossi');
    // Names of deals are typed by people, and stand in no channel.
    assert.doesNotMatch(await copy.text(), /Trujillo|2165550100|rollout/);
    assert.deepEqual(await copy.buttons(), ['Details', '...']);
  });
});
