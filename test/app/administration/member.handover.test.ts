import assert from 'node:assert/strict';
import { adminOf, by, remove, storedMember } from '#test/support/administration/administering.ts';
import { type App, type AppOptions, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  HERE,
  install,
  mailOf,
  members,
  recordOf,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('member.handover', () => {
  let app: App;
  const start = async (options: AppOptions = {}) => {
    app = startApp(options);
    await members(app, admin('anna'), admin('bea'), user('uma'), user('lars', [HERE]));
    await install(app, 'anna');
  };
  afterEach(() => app.close());

  const deal = (id: string, changes: object = {}) =>
    app.receive({ ...inbound({ team: [teammate('uma')], ...changes }, new Date(MONDAY)), id });
  const teamOf = async (id: string) => (await recordOf(app, id)).referral.team.map(({ email }) => email);
  const said = () =>
    app.messenger
      .in(chatOf('anna'))
      .map(({ content }) => content)
      .filter(({ type }) => type === 'handover-done');

  it('given open deals, undecided and accepted, then all go to the colleague, closed ones stay, and the admin is told (CR-22, CR-50)', async () => {
    await start();
    for (const id of ['r1', 'r2', 'r3', 'r4']) await deal(id);
    await deal('other', { team: [teammate('lars')] });
    await accept(app, 'r2');
    await decline(app, 'r3');
    await remove(app, by(app, 'anna'), 'uma', 'lars');
    await app.settled();
    for (const id of ['r1', 'r2', 'r4']) {
      const { referral } = await recordOf(app, id);
      assert.equal(referral.holder, mailOf('lars'));
      assert.deepEqual(await teamOf(id), [mailOf('lars')]);
    }
    assert.deepEqual(await teamOf('r3'), [mailOf('uma')]);
    assert.equal((await recordOf(app, 'other')).referral.holder, undefined);
    assert.deepEqual(
      said(),
      [{ type: 'handover-done', member: 'uma', to: 'lars', moved: 3, left: 0 }].map((one) => ({
        ...one,
        member: mailOf('uma'),
      })),
    );
    const { handover, outbox } = (await storedMember(app, 'uma')) ?? {};
    assert.deepEqual([handover?.moved, handover?.doneAt, outbox], [3, MONDAY, []]);
  });

  it('given removal without handing over, then the deals stay as they are', async () => {
    await start();
    await deal('r1');
    await remove(app, by(app, 'anna'), 'uma');
    await app.settled();
    assert.deepEqual(await teamOf('r1'), [mailOf('uma')]);
    assert.deepEqual(said(), []);
  });

  it('given deals that the colleague may not see, or the admin may not touch, then they stay and are counted (CR-3, CR-4)', async () => {
    await start();
    await deal('here');
    await deal('elsewhere', { mpnId: '7654321' });
    await remove(app, by(app, 'anna'), 'uma', 'lars');
    await app.settled();
    assert.deepEqual(await teamOf('here'), [mailOf('lars')]);
    assert.deepEqual(await teamOf('elsewhere'), [mailOf('uma')]);
    assert.deepEqual(
      said().map((one) => one.type === 'handover-done' && [one.moved, one.left]),
      [[1, 1]],
    );
  });

  it('given an admin of one location who removed a user of it, then only deals of that location move (CR-3)', async () => {
    await start();
    await deal('here', { team: [teammate('lars')] });
    await deal('elsewhere', { team: [teammate('lars')], mpnId: '7654321' });
    await remove(app, by(app, 'cleo', adminOf('cleo', [HERE])), 'lars', 'bea');
    await app.settled();
    assert.deepEqual([await teamOf('here'), await teamOf('elsewhere')], [[mailOf('bea')], [mailOf('lars')]]);
  });

  it('given more deals than a page and a store that is away in between, then each moves once and the count is right', async () => {
    let broken = 0;
    const { UnavailableError } = await import('#ports/errors.ts');
    await start({
      wrap: (store) => ({
        ...store,
        read: store.read.bind(store),
        create: store.create.bind(store),
        remove: store.remove.bind(store),
        list: store.list.bind(store),
        due: store.due.bind(store),
        ping: store.ping.bind(store),
        close: store.close.bind(store),
        replace: async (draft, etag) => {
          if (draft.kind === 'referral' && broken > 0 && --broken % 40 === 0)
            throw new UnavailableError('away');
          return store.replace(draft, etag);
        },
      }),
    });
    for (let number = 0; number < 120; number++) await deal(`r${number}`);
    await app.settled();
    broken = 100;
    await remove(app, by(app, 'anna'), 'uma', 'lars');
    for (let tries = 0; tries < 5; tries++) {
      await app.settled();
      app.clock.advance(301_000);
    }
    await app.settled();
    for (let number = 0; number < 120; number++)
      assert.deepEqual(await teamOf(`r${number}`), [mailOf('lars')]);
    assert.deepEqual(
      said().map((one) => one.type === 'handover-done' && [one.moved, one.left]),
      [[120, 0]],
    );
    assert.deepEqual(app.setAside, []);
  });

  it('given the process is killed on the way, when another one takes over, then the rest moves', async () => {
    await start();
    for (let number = 0; number < 60; number++) await deal(`r${number}`);
    await app.settled();
    await app.worker.stop();
    await remove(app, by(app, 'anna'), 'uma', 'lars');
    // What a killed process leaves behind: some deals moved, the document leased.
    const other = app.anotherWorker('other-process');
    other.start();
    for (let turns = 0; turns < 5_000 && said().length === 0; turns++) {
      other.look();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await other.stop();
    assert.deepEqual(
      said().map((one) => one.type === 'handover-done' && one.moved),
      [60],
    );
  });

  it('given a start with a file that no longer lists the removed one, then the hand-over still ends', async () => {
    await start();
    await deal('r1');
    await app.settled();
    await app.worker.stop();
    await remove(app, by(app, 'anna'), 'uma', 'bea');
    await members(app, admin('anna'), admin('bea'));
    assert.equal((await storedMember(app, 'uma'))?.outbox?.length, 1);
  });

  it('given an admin who removed the bot, then nothing is sent and nothing stays open', async () => {
    await start();
    await install(app, 'anna', { installed: false });
    await remove(app, by(app, 'anna'), 'uma', 'bea');
    await app.settled();
    assert.deepEqual((await storedMember(app, 'uma'))?.outbox, []);
  });
});
