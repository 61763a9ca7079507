import assert from 'node:assert/strict';
import { chooseDigest } from '#app/digest/digest.plan.ts';
import { reminderPartition } from '#app/digest/oldReminder.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';
import { type App, type AppOptions, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  admin,
  contactOf,
  HERE,
  install,
  installChannel,
  members,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const BERLIN = 'Europe/Berlin';
const LA = 'America/Los_Angeles';

describe('digest.send: when it comes', () => {
  let app: App;
  afterEach(() => app.close());
  const start = async (options: AppOptions = {}) => {
    app = startApp(options);
    await members(app, admin('anna'), admin('bob'), user('uma', [HERE]));
  };
  const arrive = (changes: object = {}) =>
    app.receive({ ...inbound({ team: [] }, new Date(app.clock.instant)), id: 'r1', ...changes });
  const choose = async (name: string, choice: DigestChoice) => {
    const person = await app.store.read<'person'>('contoso', contactOf(name));
    await chooseDigest(app.deps, app.organization, person?.body ?? assert.fail(), choice);
  };
  const mornings = (seen: readonly string[]) => seen.filter((line) => !/ (card|expired) /.test(line));

  it('given one waits, then it is told on each working morning until it expires, at no night and no weekend (CR-54)', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await app.settled();
    assert.deepEqual(mornings(await timeUntil(app, '2026-12-02T00:00:00.000Z', 60)), [
      ...['17', '18', '19', '20', '23', '24', '25', '26', '27'].map(
        (day) => `11-${day}T08:00 chat-anna morning 1`,
      ),
    ]);
  });

  it('given two zones and both changes to summer time, then each hears once a working day, at nine on their own clock', async () => {
    await start({ now: '2027-03-08T05:00:00.000Z' });
    await install(app, 'anna', { timeZone: BERLIN });
    await install(app, 'bob', { timeZone: LA });
    await arrive({ expirationDateTime: '2027-04-20T00:00:00Z' });
    await app.settled();
    const seen = mornings(await timeUntil(app, '2027-04-01T00:00:00.000Z', 60));
    const of = (name: string) => seen.filter((line) => line.includes(name)).map((line) => line.slice(0, 11));
    assert.deepEqual(of('anna'), [
      ...['08', '09', '10', '11', '12', '15', '16', '17', '18', '19', '22', '23', '24', '25', '26'].map(
        (day) => `03-${day}T08:00`,
      ),
      // Clocks in Berlin changed on the 28th.
      ...['29', '30', '31'].map((day) => `03-${day}T07:00`),
    ]);
    assert.deepEqual(of('bob'), [
      ...['08', '09', '10', '11', '12'].map((day) => `03-${day}T17:00`),
      // Those in Los Angeles on the 14th.
      ...['15', '16', '17', '18', '19', '22', '23', '24', '25', '26', '29', '30', '31'].map(
        (day) => `03-${day}T16:00`,
      ),
    ]);
  });

  it('given an hour and days of their own, then it comes then; given none, at the hours of the organization', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await app.settled();
    await choose('anna', { at: 7 * 60 + 30, days: [3, 6] });
    assert.deepEqual(mornings(await timeUntil(app, '2026-11-23T00:00:00.000Z')), [
      '11-18T06:30 chat-anna morning 1',
      '11-21T06:30 chat-anna morning 1',
    ]);
    await choose('anna', {});
    assert.deepEqual(mornings(await timeUntil(app, '2026-11-24T00:00:00.000Z')), []);
  });

  it('given it is off, then only the last working morning before the expiry is told, once (CR-54)', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await app.settled();
    await choose('anna', { off: true });
    // It expires on Sunday.
    assert.deepEqual(mornings(await timeUntil(app, '2026-12-02T00:00:00.000Z', 60)), [
      '11-27T08:00 chat-anna last 1',
    ]);
  });

  it('given a day without its message, then what expires before the next one is told on it', async () => {
    await start();
    await install(app, 'anna');
    await arrive({ expirationDateTime: '2026-11-19T09:00:00Z' });
    await arrive({ id: 'r2' });
    await app.settled();
    await choose('anna', { days: [1, 5] });
    assert.deepEqual(mornings(await timeUntil(app, '2026-11-21T00:00:00.000Z', 60)), [
      '11-18T08:00 chat-anna last 1',
      '11-20T08:00 chat-anna morning 1',
    ]);
  });

  it('given nothing needs somebody, then nothing comes, and what arrives later is told the next morning', async () => {
    await start();
    await install(app, 'anna');
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-19T09:00:00.000Z', 60), []);
    await arrive();
    await app.settled();
    assert.deepEqual(mornings(await timeUntil(app, '2026-11-21T00:00:00.000Z', 60)), [
      '11-20T08:00 chat-anna morning 1',
    ]);
  });

  it('given a process that was down over a week, then one message says all of it, that morning or the next', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await app.settled();
    await app.worker.stop();
    app.clock.set('2026-11-24T22:00:00.000Z');
    const next = app.anotherWorker('next');
    next.start();
    await app.settled();
    assert.deepEqual(shownIn(app, 'chat-anna'), ['card received']);
    app.clock.set('2026-11-25T10:30:00.000Z');
    next.look();
    await app.settled();
    assert.deepEqual(shownIn(app, 'chat-anna'), ['card received', 'morning 1']);
    await next.stop();
  });

  it('given a team, then only the team is told, else its admins; given nobody of it has the bot, its admins (CR-54)', async () => {
    await start();
    await Promise.all([install(app, 'anna'), install(app, 'uma')]);
    await arrive({ team: [teammate('uma')] });
    await arrive({ id: 'r2' });
    await arrive({ id: 'r3', team: [teammate('nobody')] });
    await app.settled();
    const seen = mornings(await timeUntil(app, '2026-11-18T00:00:00.000Z', 60));
    assert.deepEqual(seen.toSorted(), ['11-17T08:00 chat-anna morning 2', '11-17T08:00 chat-uma morning 1']);
  });

  it('given a channel, then it gets only the last reminder, as a reply in the thread of the card (CR-54)', async () => {
    await start();
    await installChannel(app, 'sales');
    await arrive();
    await app.settled();
    assert.deepEqual(mornings(await timeUntil(app, '2026-11-29T08:00:00.000Z', 60)), [
      // Day 13 is a Saturday, and on Monday it is over.
      '11-27T08:00 sales last-reminder received',
    ]);
    const [card, reply] = app.messenger.in('sales');
    assert.equal(reply?.follows, card?.id);
  });

  it('given a decision, then nobody is told of it any more (CR-54)', async () => {
    await start();
    await Promise.all([install(app, 'anna'), install(app, 'bob'), installChannel(app, 'sales')]);
    await arrive();
    await app.settled();
    await accept(app, 'r1');
    assert.deepEqual(mornings(await timeUntil(app, '2026-12-01T00:00:00.000Z', 120)), []);
  });

  for (const [what, change] of Object.entries({
    'who lost the right': () => members(app),
    'who removed the bot': () => install(app, 'anna', { installed: false }),
  })) {
    it(`given somebody ${what}, then no message comes`, async () => {
      await start();
      await install(app, 'anna');
      await arrive();
      await app.settled();
      await change();
      assert.deepEqual(mornings(await timeUntil(app, '2026-11-20T00:00:00.000Z', 60)), []);
      assert.deepEqual(app.errors, []);
    });
  }

  it('given somebody installs the bot again, then the mornings begin again', async () => {
    await start();
    await install(app, 'anna');
    await install(app, 'anna', { installed: false });
    await arrive();
    assert.deepEqual(await timeUntil(app, '2026-11-18T00:00:00.000Z', 60), []);
    await install(app, 'anna');
    await app.settled();
    assert.deepEqual(mornings(await timeUntil(app, '2026-11-19T00:00:00.000Z', 60)), [
      '11-18T08:00 chat-anna morning 1',
    ]);
  });

  it('given reminders of an earlier version in the store, then they go without a word', async () => {
    await start();
    await install(app, 'anna');
    const partition = reminderPartition('contoso', contactOf('anna'));
    const body = { organization: 'contoso', contactId: contactOf('anna'), referralIds: ['r1'] };
    const draft = { partition, id: '2026-11-17', kind: 'reminder' as const, schema: 1, dueAt: MONDAY, body };
    assert.ok((await app.store.create(draft)).ok);
    await app.settled();
    assert.equal(await app.store.read(partition, '2026-11-17'), undefined);
    assert.deepEqual(app.messenger.calls, []);
  });
});
