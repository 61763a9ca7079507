import assert from 'node:assert/strict';
import { type App, MONDAY, startApp, until } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  admin,
  chatOf,
  inShort,
  install,
  members,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { held } from '#test/support/store/workerBench.ts';

const ANNA = chatOf('anna');
const TUESDAY = '2026-11-17T08:00:00.000Z';

describe('reminder.send', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ reminderHours: [24, 72, 168] });
    await members(app, admin('anna'), user('uma'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());
  const arrive = (id: string, changes: object = {}) =>
    app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id, ...changes });
  const reminders = () =>
    app.messenger.calls
      .filter(({ content }) => content.type === 'reminder')
      .map(({ content }) => inShort(content));

  it('given several of one person, then the message lists them, the one that ends first at the top, and says why', async () => {
    await arrive('r1');
    await arrive('r2', { expirationDateTime: '2026-11-20T09:00:00Z' });
    await arrive('r3', { team: [teammate('anna')] });
    await app.settled();
    app.clock.set(TUESDAY);
    await app.settled();
    const message = app.messenger.in(ANNA).at(-1);
    assert.ok(message?.content.type === 'reminder');
    assert.equal(message.content.referrals[0]?.id, 'r2');
    assert.equal(message.content.referrals.length, 3);
    assert.equal(message.content.why, 'mixed');
    assert.equal(message.follows, undefined);
  });

  it('given one planned while that very message is being sent, then it comes on the next working day', async () => {
    await arrive('r1');
    await app.settled();
    const hold = held();
    app.messenger.answer = async ({ content }) => {
      if (content.type === 'reminder') await hold.until;
      return undefined;
    };
    app.clock.set(TUESDAY);
    app.worker.wake();
    await until('it is being sent', () => reminders().length === 1);
    app.messenger.answer = undefined;
    await arrive('r2', { createdDateTime: '2026-11-16T12:00:00Z' });
    await until('its card is there', () => app.messenger.in(ANNA).length === 2);
    hold.release();
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-18T12:00:00.000Z'), ['11-18T08:00 chat-anna reminder 1']);
    const message = app.messenger.in(ANNA).at(-1);
    assert.deepEqual(message?.content.type === 'reminder' && message.content.referrals.map(({ id }) => id), [
      'r2',
    ]);
  });

  for (const [what, change] of Object.entries({
    'who lost the right': () => members(app),
    'who removed the bot': () => install(app, 'anna', { installed: false }),
  })) {
    it(`given somebody ${what}, then no reminder comes and none stays due`, async () => {
      await arrive('r1');
      await app.settled();
      await change();
      assert.deepEqual(await timeUntil(app, '2026-11-26T00:00:00.000Z', 60), []);
      assert.deepEqual(app.errors, []);
    });
  }

  it('given one of two decided, then the message is about the other (CR-54)', async () => {
    await arrive('r1');
    await arrive('r2');
    await app.settled();
    await accept(app, 'r1');
    app.clock.set(TUESDAY);
    await app.settled();
    assert.deepEqual(reminders(), ['reminder 1']);
    const message = app.messenger.in(ANNA).at(-1);
    assert.equal(message?.content.type === 'reminder' && message.content.why, 'admin');
  });

  it('given a rate limit and failures, then it comes later that day, once', async () => {
    const answers = [
      { outcome: 'later', counts: false, after: 2_000, reason: 'rate limit' },
      { outcome: 'later', counts: true, reason: 'time-out' },
    ] as const;
    let call = 0;
    await arrive('r1');
    await app.settled();
    app.messenger.answer = () => answers[call++];
    app.clock.set(TUESDAY);
    await app.settled();
    app.clock.advance(2_000);
    await app.settled();
    app.clock.advance(1_000);
    await app.settled();
    app.clock.advance(3_600_000);
    await app.settled();
    assert.equal(reminders().length, 3);
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'reminder 1']);
  });

  it('given failures without end, then it gives up after eight, and the next day has its own', async () => {
    await arrive('r1');
    await app.settled();
    app.messenger.answer = () => ({ outcome: 'later', counts: true, reason: 'time-out' });
    app.clock.set(TUESDAY);
    for (let attempt = 0; attempt < 15; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    assert.equal(reminders().length, 8);
    app.messenger.answer = undefined;
    const seen = await timeUntil(app, '2026-11-20T00:00:00.000Z', 60);
    assert.equal(seen.length, 1);
  });
});
