import assert from 'node:assert/strict';
import { endAway, refuseAway, setAway } from '#app/digest/away.set.ts';
import { findColleagues } from '#app/organization/colleague.find.ts';
import { type App, MONDAY, startApp, TENANT, until } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  admin,
  chatOf,
  contactOf,
  HERE,
  install,
  mailOf,
  members,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { mortal } from '#test/support/sync/mortal.ts';

const [BOB, CARL, UMA] = [chatOf('bob'), chatOf('carl'), chatOf('uma')];

describe('away.set: a colleague stands in', () => {
  let app: App;
  const start = async (options: Parameters<typeof startApp>[0] = {}) => {
    app = startApp(options);
    await members(app, user('uma', [HERE]), admin('bob'), admin('carl'), user('dora', [HERE]));
    for (const name of ['uma', 'bob', 'carl', 'dora']) await install(app, name);
    await app.settled();
  };
  afterEach(() => app.close());
  const personOf = async (name: string) =>
    (await app.store.read<'person'>('contoso', contactOf(name)))?.body ?? assert.fail();
  const away = async (name: string, deputy: string, day = '2026-11-20') => {
    const [colleague] = await findColleagues(app.deps, app.organization, {
      text: mailOf(deputy),
      tenantId: TENANT,
    });
    return setAway(app.deps, app.organization, await personOf(name), {
      deputy: colleague ?? assert.fail(),
      day,
    });
  };
  /** An accepted deal of Uma's, overdue from Tuesday on. */
  const umasDeal = async (id = 'r1') => {
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id });
    await accept(app, id, { by: 'uma' });
    await app.settled();
  };
  const news = (chat: string) =>
    shownIn(app, chat).filter((one) => one.startsWith('morning') || one.startsWith('away'));
  const lastDigest = (chat: string) => {
    const content = app.messenger.in(chat).findLast(({ content: one }) => one.type === 'digest')?.content;
    return content?.type === 'digest' ? content.day : undefined;
  };

  it('given somebody is away, then the deputy is told once, and hears each morning of what waits for them, until the day', async () => {
    await start();
    assert.deepEqual(await away('uma', 'bob'), {
      ok: true,
      until: '2026-11-19T23:00:00.000Z',
      unseen: { count: 0, more: false },
    });
    await away('uma', 'bob');
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    assert.deepEqual(news(BOB), ['away asked']);
    await timeUntil(app, '2026-11-21T00:00:00.000Z', 60);
    const mornings = ['17', '18', '19', '20'].length;
    assert.equal(news(UMA).length, mornings);
    // On Friday it is over.
    assert.deepEqual(news(BOB), ['away asked', 'morning 0', 'morning 0', 'morning 0']);
    const [theirs] = lastDigest(BOB)?.forOthers ?? [];
    assert.deepEqual([theirs?.name, theirs?.total, theirs?.rows[0]?.section], ['uma', 1, 'waiting']);
    assert.deepEqual(app.errors, []);
  });

  it('given they work on a deal from now on, then its card goes to the deputy too, and says for whom', async () => {
    await start();
    await away('uma', 'carl');
    await umasDeal();
    await app.final();
    const [card, ...more] = app.messenger
      .in(CARL)
      .flatMap(({ content }) => (content.type === 'referral-card' ? [content] : []));
    assert.deepEqual([card?.why, card?.absent, more], ['deputy', 'uma', []]);
    // Bob is an admin like Carl, and nobody's deputy.
    assert.deepEqual(shownIn(app, BOB), []);
  });

  it('given the deputy may not see it, then it is not shown, and the one who is away is told so at once (CR-4)', async () => {
    await start();
    await umasDeal();
    const outcome = await away('uma', 'dora');
    assert.deepEqual(outcome.ok && outcome.unseen, { count: 1, more: false });
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r2' });
    await timeUntil(app, '2026-11-19T00:00:00.000Z', 60);
    assert.deepEqual(shownIn(app, chatOf('dora')), ['away asked']);
  });

  it('given the deputy is away too, then theirs stands in as well; given they stand in for each other, then nobody hears twice', async () => {
    await start();
    await away('uma', 'bob');
    await away('bob', 'carl');
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    await timeUntil(app, '2026-11-17T09:00:00.000Z', 60);
    assert.deepEqual([news(BOB).at(-1), news(CARL).at(-1)], ['morning 0', 'morning 0']);
    await away('bob', 'uma');
    await timeUntil(app, '2026-11-18T09:00:00.000Z', 60);
    assert.equal(news(UMA).filter((one) => one.startsWith('morning')).length, 2);
    assert.deepEqual(lastDigest(UMA)?.forOthers, []);
    assert.deepEqual(app.errors, []);
  });

  it('given they are back early, then the deputy hears of it no more', async () => {
    await start();
    await away('uma', 'bob');
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    assert.equal(await endAway(app.deps, 'contoso', `${TENANT}:uma`), true);
    assert.equal(await endAway(app.deps, 'contoso', `${TENANT}:uma`), false);
    await timeUntil(app, '2026-11-18T00:00:00.000Z', 60);
    assert.deepEqual(news(BOB), ['away asked']);
  });

  it('given the deputy says no, then whoever is away hears of it, once, and nobody stands in', async () => {
    await start();
    await away('uma', 'bob');
    await app.settled();
    const who = { absent: `${TENANT}:uma`, deputy: `${TENANT}:bob` };
    assert.equal(await refuseAway(app.deps, 'contoso', { ...who, deputy: `${TENANT}:carl` }), false);
    assert.equal(await refuseAway(app.deps, 'contoso', who), true);
    assert.equal(await refuseAway(app.deps, 'contoso', who), false);
    await app.settled();
    assert.deepEqual(news(UMA), ['away refused']);
    await away('uma', 'carl');
    await app.settled();
    assert.deepEqual(news(CARL), ['away asked']);
  });

  for (const [what, make, problem] of [
    ['themselves', () => away('uma', 'uma'), 'deputy-self'],
    ['a day that is over', () => away('uma', 'bob', '2026-11-16'), 'away-past'],
    ['a day in two years', () => away('uma', 'bob', '2028-11-16'), 'away-far'],
  ] as const) {
    it(`given ${what}, then nobody stands in`, async () => {
      await start();
      assert.deepEqual(await make(), { ok: false, problem });
    });
  }

  it('given a colleague who is no member or has no bot, then nobody stands in', async () => {
    await start();
    await install(app, 'guest', { guest: true });
    await install(app, 'carl', { installed: false });
    assert.deepEqual(await away('uma', 'guest'), { ok: false, problem: 'deputy-no-member' });
    assert.deepEqual(await away('uma', 'carl'), { ok: false, problem: 'deputy-no-bot' });
  });

  it('given a process that is killed before it tells the deputy, then the next one tells once', async () => {
    const life = mortal();
    await start({ wrap: life.wrap });
    await app.worker.stop();
    await away('uma', 'bob');
    life.dieAt(1, 'after');
    const first = app.anotherWorker('first');
    first.start();
    await until('it ended', () => life.dead);
    await first.stop();
    life.revive();
    app.clock.advance(61_000);
    const next = app.anotherWorker('next');
    next.start();
    await app.settled();
    assert.deepEqual(news(BOB), ['away asked']);
    await next.stop();
  });
});
