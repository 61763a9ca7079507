import assert from 'node:assert/strict';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  admin,
  installChannel,
  members,
  noticeOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('lastReminder.plan: what a channel is reminded of (CR-54)', () => {
  let app: App;
  const start = async (reminderHours = [24, 72, 168, 240, 312]) => {
    app = startApp({ reminderHours });
    await members(app, admin('anna'));
  };
  afterEach(() => app.close());
  const arrive = (changes: object = {}) =>
    app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id: 'r1', ...changes });

  it('given a channel, then it gets only the last one, as a reply in the thread of the card', async () => {
    await start();
    await installChannel(app, 'sales');
    await arrive();
    await app.settled();
    // Day 13 is a Saturday, and on Monday it is over.
    assert.deepEqual(await timeUntil(app, '2026-11-29T08:00:00.000Z', 60), [
      '11-27T08:00 sales last-reminder received',
    ]);
    const [card, reply] = app.messenger.in('sales');
    assert.equal(reply?.follows, card?.id);
  });

  it('given other hours in the configuration, and a short time to decide, then the last within it counts', async () => {
    await start([48, 200]);
    await installChannel(app, 'sales');
    await arrive({ expirationDateTime: '2026-11-21T09:00:00Z' });
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-21T08:59:00.000Z', 60), [
      '11-18T08:00 sales last-reminder received',
    ]);
  });

  it('given a channel that comes after the last moment, then it gets the card and no reminder', async () => {
    await start();
    await arrive();
    app.clock.set('2026-11-29T08:30:00.000Z');
    await installChannel(app, 'sales');
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-29T08:59:00.000Z'), []);
    assert.deepEqual([app.messenger.in('sales').length, app.errors, app.setAside], [1, [], []]);
  });

  it('given a process that starts at night, then it waits for the morning; given a decision, it never comes', async () => {
    await start([24]);
    await installChannel(app, 'sales');
    await arrive();
    await arrive({ id: 'r2' });
    await app.settled();
    await app.worker.stop();
    app.clock.set('2026-11-17T22:00:00.000Z');
    const next = app.anotherWorker('next');
    next.start();
    await app.settled();
    const notice = await noticeOf(app, 'r1', 'channel:sales', 'last-reminder');
    assert.deepEqual([notice?.delivery.state, notice?.delivery.attempts], ['waiting', 0]);
    await accept(app, 'r2');
    app.clock.set('2026-11-18T08:00:00.000Z');
    next.look();
    await app.settled();
    assert.deepEqual(
      shownIn(app, 'sales').filter((one) => one.startsWith('last')),
      ['last-reminder received'],
    );
    await next.stop();
  });

  it('given a channel whose card never arrived, then no reminder follows it', async () => {
    await start([24]);
    await installChannel(app, 'sales');
    app.messenger.answer = () => ({ outcome: 'failed', reason: 'said so' });
    await arrive();
    await app.settled();
    app.messenger.answer = undefined;
    app.clock.set('2026-11-24T10:00:00.000Z');
    await app.settled();
    assert.deepEqual(shownIn(app, 'sales'), []);
    assert.equal((await noticeOf(app, 'r1', 'channel:sales', 'last-reminder'))?.delivery.state, 'gone');
  });
});
