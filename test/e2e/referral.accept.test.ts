import assert from 'node:assert/strict';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const DAY = 24 * 3_600_000;
const CONTACT = /Trujillo|2165550100|ana\.trujillo/;

describe('referral.accept, in a real client', function () {
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

  it('given a new referral, then its card stands in the chat and in the channel, there without contact and typed words (CR-34, CR-51)', async () => {
    await stage.receive(referralFrom('Fabrikam'));
    const facts = ['New referral from Microsoft', '$120,000', 'Cleveland, United States'];
    await anna.openChannel();
    await anna.card('Fabrikam').press('Details');
    await anna.card('Fabrikam').shows(...facts, 'This channel gets all new referrals');
    assert.doesNotMatch(await anna.card('Fabrikam').text(), CONTACT);
    // Its name is typed by people, and no channel reads it.
    assert.doesNotMatch(await anna.card('Fabrikam').text(), /Fabrikam: analytics/);
    await anna.openChat();
    await anna.card('Fabrikam').press('Details');
    await anna
      .card('Fabrikam')
      .shows(
        ...facts,
        'Fabrikam: analytics',
        'Ana Trujillo',
        '2165550100',
        'You can call before you decide.',
      );
    assert.deepEqual(await anna.card('Fabrikam').buttons(), ['Accept', 'Decline', 'Details', '...']);
  });

  it('given nothing to change, then two taps in the channel accept it, and no contact comes there (CR-35)', async () => {
    await stage.receive(referralFrom('Tailspin Toys'));
    await anna.openChannel();
    const post = anna.card('Tailspin Toys');
    await post.press('Accept');
    await post.press('Accept referral');
    await post.shows('Accepted by Anna Berg', '$120,000');
    assert.doesNotMatch(await post.text(), CONTACT);
    assert.deepEqual(await post.buttons(), ['Details', '...']);
    await anna.openChat();
    await anna.card('Tailspin Toys').shows('Accepted by Anna Berg');
    await anna.card('Tailspin Toys').press('Details');
    await anna.card('Tailspin Toys').shows('Ana Trujillo');
  });

  it('given other values, then the card shows them, the channel’s too, without contact and name (CR-35, CR-51)', async () => {
    await stage.receive(referralFrom('Contoso Suites'));
    await anna.openChat();
    const card = anna.card('Contoso Suites');
    await card.press('Accept');
    await card.type('Deal name', 'Suites: rollout to 40 hotels');
    await card.type('Estimated value', '95.5k');
    await card.choose('Currency', 'EUR');
    const day = await card.pickDay('Expected close date', 1);
    await card.press('More fields');
    await card.type('CRM ID', 'CRM-4711');
    await card.press('Accept referral');
    const decided = ['Accepted by Anna Berg', '€95,500', asRead(day)];
    await card.shows(...decided, 'Suites: rollout to 40 hotels', 'Not in Partner Center yet: accepted');
    await card.press('Details');
    await card.shows('CRM-4711');
    assert.match(await card.text(), CONTACT);
    assert.deepEqual(await card.buttons(), ['Mark as Qualified (20%)', 'Edit', 'Details', '...']);

    await anna.openChannel();
    const copy = anna.card('Contoso Suites');
    await copy.shows(...decided);
    assert.doesNotMatch(await copy.text(), CONTACT);
    assert.doesNotMatch(await copy.text(), /rollout|analytics/);
    assert.deepEqual(await copy.buttons(), ['Details', '...']);
  });

  it('given a close date that has passed, then the form comes back with what was typed and can be mended (CR-35)', async () => {
    const referral = referralFrom('Wingtip', { closes: -10 * DAY });
    await stage.receive(referral);
    await anna.openChat();
    const card = anna.card('Wingtip');
    await card.press('Accept');
    await card.type('Deal name', 'Wingtip, second attempt');
    await card.type('Estimated value', '80k');
    await card.press('More fields');
    await card.type('Notes', 'They asked for a call on Friday');
    await card.press('Accept referral');

    await card.shows('Not accepted yet.', 'That date has passed. Choose today or later.');
    assert.equal(await card.field('Deal name'), 'Wingtip, second attempt');
    // An amount comes back as it was understood.
    assert.equal(await card.field('Estimated value'), '80,000');
    assert.equal(await card.field('Notes'), 'They asked for a call on Friday');
    assert.equal(await stage.statusOf(referral), 'New/Pending');

    const day = await card.pickDay('Expected close date', 2);
    await card.press('Accept referral');
    await card.shows('Accepted by Anna Berg', 'Wingtip, second attempt', '$80,000', asRead(day));
    assert.equal(await stage.statusOf(referral), 'Active/Accepted');
  });
});

function asRead(day: Date): string {
  return day.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
}
