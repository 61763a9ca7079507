import assert from 'node:assert/strict';
import { sendReminder } from '#app/delivery/reminder.send.ts';
import { reminderPartition } from '#app/delivery/reminderRecord.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  contactOf,
  inShort,
  install,
  installChannel,
  members,
  noticeOf,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ANNA = chatOf('anna');

describe('reminder.send: what was missed', () => {
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
  /** The process is down until then. */
  const downUntil = async (instant: string) => {
    await app.worker.stop();
    app.clock.set(instant);
    const next = app.anotherWorker('next');
    next.start();
    await app.settled();
    return next;
  };

  it('given several missed days, then one message makes up for all of them (CR-54)', async () => {
    await arrive('r1');
    await app.settled();
    const next = await downUntil('2026-11-24T10:00:00.000Z');
    assert.deepEqual(reminders(), ['reminder 1']);
    await next.stop();
  });

  it('given missed days of many referrals, whoever comes first, then it is one message about all that are open', async () => {
    for (let number = 0; number < 7; number++) {
      const createdDateTime = new Date(Date.parse(MONDAY) - number * 86_400_000).toISOString();
      await arrive(`r${number}`, { createdDateTime });
    }
    await app.settled();
    await accept(app, 'r3');
    const next = await downUntil('2026-11-24T10:00:00.000Z');
    app.clock.advance(120_000);
    await app.settled();
    assert.deepEqual(reminders(), ['reminder 6']);
    await next.stop();
  });

  it('given two processes that start at once after a pause, then it is still one message', async () => {
    for (const [id, day] of [
      ['r1', 16],
      ['r2', 15],
      ['r3', 14],
    ] as const)
      await arrive(id, { createdDateTime: `2026-11-${day}T08:30:00Z` });
    await app.settled();
    await app.worker.stop();
    app.clock.set('2026-11-24T10:00:00.000Z');
    const workers = [app.anotherWorker('one'), app.anotherWorker('other')];
    for (const worker of workers) worker.start();
    await app.settled();
    app.clock.advance(120_000);
    for (const worker of workers) worker.wake();
    await app.settled();
    assert.deepEqual(reminders(), ['reminder 3']);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it('given two days that were claimed at once, when the later one has gone out first, then the earlier says nothing', async () => {
    await arrive('r1');
    await app.settled();
    await app.worker.stop();
    app.clock.set('2026-11-20T10:00:00.000Z');
    const days = await app.store.list<'reminder'>({
      partition: reminderPartition('contoso', contactOf('anna')),
      limit: 10,
    });
    const [tuesday, thursday] = days.documents;
    assert.ok(tuesday && thursday);
    await sendReminder(app.deps, thursday);
    await sendReminder(app.deps, tuesday);
    assert.deepEqual(reminders(), ['reminder 1']);
  });

  it('given missed ones, when the process starts at night, then the message waits for the morning', async () => {
    await arrive('r1');
    await app.settled();
    const next = await downUntil('2026-11-24T22:00:00.000Z');
    assert.deepEqual(reminders(), []);
    app.clock.set('2026-11-25T08:00:00.000Z');
    next.wake();
    await app.settled();
    app.clock.advance(120_000);
    next.wake();
    await app.settled();
    assert.deepEqual(reminders(), ['reminder 1']);
    await next.stop();
  });

  it('given the last one for a channel, when the process starts at night, then it waits for the morning', async () => {
    await installChannel(app, 'sales');
    await arrive('r1');
    await app.settled();
    const next = await downUntil('2026-11-24T22:00:00.000Z');
    assert.deepEqual(shownIn(app, 'sales'), ['card received']);
    const notice = await noticeOf(app, 'r1', 'channel:sales', 'last-reminder');
    assert.deepEqual([notice?.delivery.state, notice?.delivery.attempts], ['waiting', 0]);
    app.clock.set('2026-11-25T08:00:00.000Z');
    next.wake();
    await app.settled();
    assert.deepEqual(shownIn(app, 'sales'), ['card received', 'last-reminder received']);
    await next.stop();
  });

  it('given a channel whose card never arrived, then no reminder follows it', async () => {
    await installChannel(app, 'sales');
    app.messenger.answer = () => ({ outcome: 'failed', reason: 'said so' });
    await arrive('r1');
    await app.settled();
    app.messenger.answer = undefined;
    app.clock.set('2026-11-24T10:00:00.000Z');
    await app.settled();
    assert.deepEqual(shownIn(app, 'sales'), []);
    assert.equal((await noticeOf(app, 'r1', 'channel:sales', 'last-reminder'))?.delivery.state, 'gone');
  });

  it('given a process that was down past the end, then nobody is reminded of what has expired (CR-38)', async () => {
    await installChannel(app, 'sales');
    await arrive('r1');
    await app.settled();
    const next = await downUntil('2026-11-30T10:00:00.000Z');
    assert.deepEqual(shownIn(app, ANNA), ['card expired', 'expired expired']);
    assert.deepEqual(shownIn(app, 'sales'), ['card expired', 'expired expired']);
    await next.stop();
  });
});
