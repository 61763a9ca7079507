import assert from 'node:assert/strict';
import { type App, type AppOptions, startApp, until } from '#test/support/app/runningApp.ts';
import { later } from '#test/support/delivery/annasCard.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import { admin, chatOf, inShort, install, members, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { held } from '#test/support/store/workerBench.ts';
import { mortal } from '#test/support/sync/mortal.ts';

const ANNA = chatOf('anna');
const TUESDAY = '2026-11-17T08:00:00.000Z';

describe('digest.send: cut off, throttled and crowded', () => {
  let app: App;
  const begin = async (options: AppOptions = {}) => {
    app = startApp(options);
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.receive({ ...inbound({ team: [] }, new Date(app.clock.instant)), id: 'r1' });
    await app.settled();
  };
  afterEach(() => app.close());
  const mornings = () =>
    app.messenger.calls
      .filter(({ content }) => content.type === 'digest')
      .map(({ content }) => inShort(content));

  for (const when of ['before', 'after'] as const) {
    for (const write of [1, 2]) {
      // The last write of all notes that it was sent: before it nobody can know that it was.
      const expected = when === 'before' && write === 2 ? 2 : 1;
      it(`given a process that ends ${when} its write ${write} of that morning, then the next one sends it ${expected === 1 ? 'once' : 'once more, because nobody knows'}`, async () => {
        const life = mortal();
        await begin({ wrap: life.wrap });
        life.dieAt(write, when);
        app.clock.set(TUESDAY);
        app.worker.look();
        await until('it ended', () => life.dead);
        await app.worker.stop();
        life.revive();
        app.clock.advance(61_000);
        const next = app.anotherWorker('next');
        next.start();
        await app.settled();
        assert.equal(mornings().length, expected);
        await next.stop();
        await timeUntil(app, '2026-11-17T20:00:00.000Z', 60);
        assert.equal(mornings().length, expected);
      });
    }
  }

  it('given two processes that start at once, then it is one message', async () => {
    await begin();
    await app.worker.stop();
    app.clock.set(TUESDAY);
    const workers = [app.anotherWorker('one'), app.anotherWorker('other')];
    for (const worker of workers) worker.start();
    await app.settled();
    assert.deepEqual(mornings(), ['morning 1']);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it('given a process that stands still while it sends, then the other one waits for its lease, and it is one message', async () => {
    await begin();
    const hold = held();
    app.messenger.answer = async ({ content }) => {
      if (content.type === 'digest') await hold.until;
      return undefined;
    };
    app.clock.set(TUESDAY);
    app.worker.look();
    await until('it is being sent', () => mornings().length === 1);
    const other = app.anotherWorker('other');
    other.start();
    app.clock.advance(30_000);
    other.look();
    hold.release();
    await app.settled();
    assert.deepEqual(mornings(), ['morning 1']);
    await other.stop();
  });

  it('given a rate limit and a failure, then it comes later that morning, once', async () => {
    await begin();
    const answers = [later({ counts: false, after: 2_000, reason: 'rate limit' }), later()];
    app.messenger.answer = () => answers.shift();
    app.clock.set(TUESDAY);
    await app.settled();
    app.clock.advance(2_000);
    await app.settled();
    app.clock.advance(1_000);
    await app.settled();
    app.clock.advance(3_600_000);
    await app.settled();
    assert.equal(mornings().length, 3);
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'morning 1']);
  });

  it('given failures without end, then it gives up after eight, and the next day has its own', async () => {
    await begin();
    app.messenger.answer = () => later();
    app.clock.set(TUESDAY);
    for (let attempt = 0; attempt < 15; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    assert.equal(mornings().length, 8);
    app.messenger.answer = undefined;
    const days = (await timeUntil(app, '2026-11-18T12:00:00.000Z', 60)).map((line) => line.slice(0, 5));
    assert.deepEqual(days, ['11-18']);
  });

  it('given many people at the same hour, then so many at a time are sent as one organization may, and each has theirs', async () => {
    await begin();
    const names = Array.from({ length: 60 }, (_, number) => `p${number}`);
    await members(app, ...names.map((name) => admin(name)));
    for (const name of names) await install(app, name);
    await app.settled();
    let [now, most] = [0, 0];
    app.messenger.answer = async () => {
      now++;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return undefined;
    };
    app.clock.set(TUESDAY);
    await app.settled();
    for (const name of names) assert.ok(shownIn(app, chatOf(name)).includes('morning 1'), name);
    assert.ok(most <= 32, `${most} at a time`);
  });
});
