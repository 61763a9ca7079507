import assert from 'node:assert/strict';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  contactOf,
  HERE,
  install,
  installChannel,
  members,
  noticeOf,
  recordOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('referral.accept', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), user('uma', [HERE]));
    await Promise.all([install(app, 'anna'), install(app, 'uma'), installChannel(app, 'sales')]);
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  it('given a received one, when a person accepts, then the entries are stored with who and when (CR-35)', async () => {
    app.clock.advance(60_000);
    const outcome = await accept(app, 'r1', { by: 'uma' });
    assert.ok(outcome.kind === 'done' && !outcome.repeated);
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(outcome.referral, referral);
    assert.ok(referral.stage === 'accepted');
    assert.deepEqual(referral.acceptedBy, { kind: 'person', personId: `${TENANT}:uma` });
    assert.equal(referral.acceptedAt, '2026-11-16T09:01:00.000Z');
    assert.deepEqual([referral.name, referral.closeDate], ['Accepted name', '2027-05-01']);
  });

  it('given cards in chats and a channel, when it is accepted, then every one shows it, by reference to its name', async () => {
    await accept(app, 'r1', { by: 'uma' });
    await app.settled();
    for (const place of [chatOf('anna'), chatOf('uma'), 'sales']) {
      assert.deepEqual(shownIn(app, place), ['card accepted'], place);
      const [message] = app.messenger.in(place);
      assert.equal(message?.content.type === 'referral-card' && message.content.deciderName, 'uma');
    }
    const notice = await noticeOf(app, 'r1', contactOf('anna'));
    assert.deepEqual([notice?.copies[0]?.shown, notice?.wanted, notice?.delivery.state], [2, 2, 'delivered']);
  });

  it('given an accepted one, when somebody accepts again, then the first stays and is what the answer shows', async () => {
    await accept(app, 'r1', { by: 'uma' });
    const outcome = await accept(app, 'r1', { by: 'anna' });
    assert.ok(outcome.kind === 'refused' && outcome.referral.stage === 'accepted');
    assert.equal(outcome.rejection, 'already-accepted');
    assert.deepEqual(outcome.referral.acceptedBy, { kind: 'person', personId: `${TENANT}:uma` });
  });

  it('given an accepted one, when its deadline passes, then it stays accepted (CR-38)', async () => {
    await accept(app, 'r1');
    app.clock.set('2027-01-01T00:00:00.000Z');
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).referral.stage, 'accepted');
  });
});
