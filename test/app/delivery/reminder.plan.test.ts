import assert from 'node:assert/strict';
import { UnavailableError } from '#ports/errors.ts';
import { type App, type AppOptions, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  admin,
  HERE,
  install,
  installChannel,
  members,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const EXPIRY = '2026-11-29T09:00:00.000Z';
const JUST_BEFORE = '2026-11-29T08:59:00.000Z';

describe('reminder.plan', () => {
  let app: App;
  afterEach(() => app.close());
  const start = async (options: AppOptions = {}) => {
    app = startApp(options);
    await members(app, admin('anna'), user('uma', [HERE]));
  };
  const arrive = (changes: object = {}) =>
    app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id: 'r1', ...changes });

  it('given an undecided one, then its admin is reminded after 24 h, 72 h, 7, 10 and 13 days in working hours (CR-54)', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await app.settled();
    assert.deepEqual(await timeUntil(app, JUST_BEFORE), [
      '11-17T08:00 chat-anna reminder 1',
      '11-19T08:00 chat-anna reminder 1',
      '11-23T08:00 chat-anna reminder 1',
      '11-26T08:00 chat-anna reminder 1',
      // Day 13 is a Sunday, and on Monday it is over: Friday is the last working day before.
      '11-27T08:00 chat-anna reminder 1',
    ]);
  });

  it('given other hours in the configuration, then those count', async () => {
    await start({ reminderHours: [48] });
    await install(app, 'anna');
    await arrive();
    await app.settled();
    assert.deepEqual(await timeUntil(app, JUST_BEFORE, 60), ['11-18T08:00 chat-anna reminder 1']);
  });

  it('given a person in another zone, then their working hours count; at night and at weekends nothing comes', async () => {
    await start();
    await install(app, 'anna', { timeZone: 'America/Los_Angeles' });
    await arrive();
    await app.settled();
    assert.deepEqual(await timeUntil(app, JUST_BEFORE, 60), [
      '11-17T17:00 chat-anna reminder 1',
      '11-19T17:00 chat-anna reminder 1',
      '11-23T17:00 chat-anna reminder 1',
      '11-26T17:00 chat-anna reminder 1',
      '11-27T17:00 chat-anna reminder 1',
    ]);
  });

  it('given clocks that change meanwhile, then it is still the start of their working day', async () => {
    const saturday = '2026-03-28T10:00:00.000Z';
    await start({ now: saturday, reminderHours: [24, 120] });
    await install(app, 'anna');
    await app.receive({ ...inbound({ team: [] }, new Date(saturday)), id: 'r1' });
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-04-04T00:00:00.000Z'), [
      '03-30T07:00 chat-anna reminder 1',
      '04-02T09:00 chat-anna reminder 1',
    ]);
  });

  it('given a team, then only the team is reminded, else its admins (CR-54)', async () => {
    await start({ reminderHours: [24] });
    await Promise.all([install(app, 'anna'), install(app, 'uma')]);
    await arrive({ team: [teammate('uma')] });
    await arrive({ id: 'r2' });
    await app.settled();
    const seen = await timeUntil(app, '2026-11-18T00:00:00.000Z');
    assert.deepEqual(seen.toSorted(), [
      '11-17T08:00 chat-anna reminder 1',
      '11-17T08:00 chat-uma reminder 1',
    ]);
    const ids = app.messenger.messages.flatMap(({ conversationId, content }) =>
      content.type === 'reminder' ? content.referrals.map(({ id }) => `${conversationId} ${id}`) : [],
    );
    assert.deepEqual(ids.toSorted(), ['chat-anna r2', 'chat-uma r1']);
  });

  it('given a team of which nobody has the bot, then its admins are reminded', async () => {
    await start({ reminderHours: [24] });
    await install(app, 'anna');
    await arrive({ team: [teammate('uma')] });
    await app.settled();
    const seen = await timeUntil(app, '2026-11-18T00:00:00.000Z');
    assert.deepEqual(seen, ['11-17T08:00 chat-anna reminder 1']);
  });

  it('given a team that changes, then who is responsible on the day is reminded', async () => {
    await start({ reminderHours: [24, 72] });
    await Promise.all([install(app, 'anna'), install(app, 'uma')]);
    const first = { ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r1' };
    await app.receive(first);
    await app.settled();
    await app.receive({ ...first, team: [], updatedDateTime: '2026-11-16T09:00:00Z' });
    assert.deepEqual(await timeUntil(app, '2026-11-18T00:00:00.000Z'), ['11-17T08:00 chat-anna reminder 1']);
    await app.receive({ ...first, updatedDateTime: '2026-11-18T00:00:00Z' });
    assert.deepEqual(await timeUntil(app, '2026-11-20T00:00:00.000Z'), ['11-19T08:00 chat-uma reminder 1']);
  });

  it('given a channel, then it gets only the last one, as a reply in the thread of the card (CR-54)', async () => {
    await start();
    await installChannel(app, 'sales');
    await arrive();
    await app.settled();
    assert.deepEqual(await timeUntil(app, JUST_BEFORE), ['11-27T08:00 sales last-reminder received']);
    const [card, reply] = app.messenger.in('sales');
    assert.equal(reply?.follows, card?.id);
  });

  it('given one that comes late, then only what lies ahead is planned', async () => {
    await start();
    await install(app, 'anna');
    await arrive({ createdDateTime: '2026-11-12T08:00:00Z', expirationDateTime: '2026-11-24T08:00:00Z' });
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-24T07:59:00.000Z'), [
      '11-19T08:00 chat-anna reminder 1',
      '11-23T08:00 chat-anna reminder 1',
    ]);
  });

  it('given somebody who comes late, then only what lies ahead is planned for them', async () => {
    await start();
    await arrive();
    app.clock.set('2026-11-24T20:00:00.000Z');
    await install(app, 'anna');
    await app.settled();
    assert.deepEqual(await timeUntil(app, JUST_BEFORE), [
      '11-26T08:00 chat-anna reminder 1',
      '11-27T08:00 chat-anna reminder 1',
    ]);
  });

  it('given a short time to decide, then only moments within it count, for people and for the channel', async () => {
    await start();
    await Promise.all([install(app, 'anna'), installChannel(app, 'sales')]);
    await arrive({ expirationDateTime: '2026-11-21T09:00:00Z' });
    await app.settled();
    const seen = await timeUntil(app, '2026-11-21T08:59:00.000Z');
    assert.deepEqual(seen.toSorted(), [
      '11-17T08:00 chat-anna reminder 1',
      '11-19T08:00 chat-anna reminder 1',
      '11-19T08:00 sales last-reminder received',
    ]);
  });

  it('given a channel that comes after the last moment, then it gets the card and no reminder', async () => {
    await start();
    await arrive();
    app.clock.set('2026-11-29T08:30:00.000Z');
    await installChannel(app, 'sales');
    await app.settled();
    assert.deepEqual(await timeUntil(app, JUST_BEFORE), []);
    assert.equal(app.messenger.in('sales').length, 1);
    assert.deepEqual([app.errors, app.setAside], [[], []]);
  });

  it('given a store that fails while they are planned, then they are planned after all', async () => {
    let failures = 1;
    await start({
      reminderHours: [24],
      wrap: (inner) => ({
        ...inner,
        async create(draft) {
          if (draft.kind === 'reminder' && failures-- > 0) throw new UnavailableError('away');
          return inner.create(draft);
        },
      }),
    });
    await install(app, 'anna');
    await arrive();
    await app.settled();
    app.clock.advance(1_000);
    await app.settled();
    assert.ok(failures < 0);
    assert.deepEqual(await timeUntil(app, '2026-11-17T09:00:00.000Z'), ['11-17T08:00 chat-anna reminder 1']);
  });

  it('given a decision, then no reminder comes any more; given expiry, neither (CR-54)', async () => {
    await start();
    await Promise.all([install(app, 'anna'), installChannel(app, 'sales')]);
    await arrive();
    await app.settled();
    await accept(app, 'r1');
    assert.deepEqual(await timeUntil(app, EXPIRY, 120), []);
  });
});
