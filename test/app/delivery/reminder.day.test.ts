import assert from 'node:assert/strict';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import { accept, admin, HERE, install, members, user } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('reminder.plan: one message a day', () => {
  let app: App;
  afterEach(() => app.close());
  const start = async () => {
    app = startApp({ reminderHours: [24] });
    await members(app, admin('anna'), user('uma', [HERE]));
  };
  const arrive = (changes: object = {}) =>
    app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id: 'r1', ...changes });

  for (const ids of [
    ['early', 'late'],
    ['late', 'early'],
  ] as const) {
    it(`given two on the same day, the ${ids[0]} one planned first, then it is one message about both (CR-54)`, async () => {
      await start();
      await install(app, 'anna');
      const created = { early: '2026-11-16T08:00:00Z', late: '2026-11-16T13:30:00Z' };
      for (const id of ids) {
        await arrive({ id, createdDateTime: created[id] });
        await app.settled();
      }
      assert.deepEqual(await timeUntil(app, '2026-11-18T00:00:00.000Z'), [
        '11-17T08:00 chat-anna reminder 2',
      ]);
    });
  }

  it('given a day whose message has gone out, when another would fall on it, then it comes on the next working day', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await app.settled();
    assert.equal((await timeUntil(app, '2026-11-17T09:00:00.000Z')).length, 1);
    await arrive({ id: 'late', createdDateTime: '2026-11-16T12:00:00Z' });
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-20T00:00:00.000Z'), ['11-18T08:00 chat-anna reminder 1']);
  });

  it('given a day on which there was nothing to say, when another falls on it, then it comes that day', async () => {
    await start();
    await install(app, 'anna');
    await arrive();
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-17T09:00:00.000Z'), []);
    await arrive({ id: 'late', createdDateTime: '2026-11-16T12:00:00Z' });
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-20T00:00:00.000Z'), ['11-17T12:00 chat-anna reminder 1']);
  });
});
