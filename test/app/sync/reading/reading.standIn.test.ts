import assert from 'node:assert/strict';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import { switchValues } from '#bot/demo/standIn/switches.ts';
import { admin, chatOf, install, members, recordOf, shownIn } from '#test/support/organization/colleagues.ts';
import { sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { connect, connectionOf } from '#test/support/sync/connections.ts';
import { mortal } from '#test/support/sync/mortal.ts';
import { lyingThere, type StandInApp, startStandInApp } from '#test/support/sync/standInApp.ts';

const NEW = 3;
const renamed = (name: string) => (referral: JsonObject) => {
  referral.name = name;
};
const accepted = { status: 'Active', substatus: 'Accepted' };

/** The points of the contract on reading (1 to 11) and each answer that the stand-in can give. */
const reading = [
  'count',
  'nextLink',
  'top',
  'paging',
  'ties',
  'dateFilter',
  'dateLiteral',
  'rowETag',
  'msftCopies',
  'ownDirection',
  'forbidden',
  'newInLists',
  'fractions',
] as const;

describe('Reading from a stand-in for Partner Center', () => {
  let world: StandInApp;
  const begin = async (...given: Parameters<typeof startStandInApp>) => {
    world = startStandInApp(...given);
    const { app } = world;
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
  };
  afterEach(() => world.close());
  const passing = async (seconds: number, step = 30) => {
    for (let passed = 0; passed < seconds; passed += step) {
      world.app.clock.advance(step * 1_000);
      await world.app.settled();
    }
  };
  /** Everything of ours that lies there is here, as it is there, and nothing else. */
  const agree = async () => {
    const { app, there } = world;
    const own = there.state.list().filter(({ organizationId }) => organizationId === there.organization.id);
    for (const { id, name } of own) {
      assert.equal((await recordOf(app, String(id))).referral.name, name, String(name));
    }
    const { count } = await app.store.count({ partition: 'contoso', kind: 'referral', limit: 1_000 });
    assert.equal(count, own.length);
    assert.deepEqual(app.errors, []);
  };

  for (const point of reading) {
    for (const answer of switchValues[point]) {
      it(`given ${point} is ${answer} and records change under the reader, then both sides agree in the end`, async () => {
        await begin({ switches: { [point]: answer } });
        const { app, there } = world;
        const ids = Array.from({ length: 45 }, (_, number) =>
          lyingThere(world, number, number < NEW ? {} : accepted),
        );
        let turns = 0;
        there.faults.betweenPages(() => {
          const id = ids[(++turns * 11) % ids.length];
          if (id && turns <= 6) there.state.change(id, renamed(`Moved ${turns}`));
        });
        await connect(app);
        await app.settled();
        await passing(60);
        there.faults.betweenPages(undefined);
        for (const number of [5, 6, 7]) {
          const id = ids[number];
          if (id) there.state.change(id, renamed(`Changed ${number}`));
        }
        there.state.put(sentByMicrosoft({ name: 'Brand new' }));
        await passing(60);
        await agree();
        assert.equal((await connectionOf(app)).imported?.failed, 0);
        assert.deepEqual(shownIn(app, chatOf('anna')), [`list ${NEW}`, 'card received']);
      });
    }
  }

  it('given hundreds and a process that ends again and again, then all are here and each person hears of it once', async () => {
    const life = mortal();
    await begin({}, { wrap: life.wrap });
    const { app } = world;
    for (let number = 0; number < 200; number++) lyingThere(world, number, number < NEW ? {} : accepted);
    life.dieAt(40, 'after');
    await connect(app);
    for (let lives = 0; !(await connectionOf(app).catch(() => undefined))?.imported; lives++) {
      assert.ok(lives < 100, 'it never ends');
      for (let steps = 0; steps < 400 && !life.dead; steps++) await new Promise(setImmediate);
      for (let steps = 0; steps < 50; steps++) await new Promise(setImmediate);
      life.revive();
      app.clock.advance(61_000);
      life.dieAt(60 + lives, lives % 2 === 0 ? 'before' : 'after');
      app.worker.look();
    }
    life.revive();
    app.clock.advance(61_000);
    await app.settled();
    assert.equal((await connectionOf(app)).imported?.read, 200);
    app.errors.length = 0;
    await agree();
    assert.deepEqual(shownIn(app, chatOf('anna')), [`list ${NEW}`]);
  });

  it('given it throttles and fails in between, then it goes on where it was, no sooner than it may', async () => {
    await begin();
    const { app, there } = world;
    for (let number = 0; number < 70; number++) lyingThere(world, number, accepted);
    there.faults.throttle(2, 20);
    await connect(app);
    await app.settled();
    const asked = there.requests.length;
    await passing(15, 5);
    assert.equal(there.requests.length, asked);
    there.faults.failNext({ how: { status: 503 }, times: 2 });
    there.faults.failNext({ how: 'drop-after', times: 1 });
    await passing(180);
    await agree();
  });

  it('given somebody decides there, then it is decided here in under a minute', async () => {
    await begin();
    const { app, there } = world;
    await connect(app);
    await app.settled();
    const id = String(there.state.put(sentByMicrosoft()).id);
    await passing(40, 10);
    assert.deepEqual(shownIn(app, chatOf('anna')).at(-1), 'card received');
    there.state.decide(id, 'decline');
    await passing(40, 10);
    const { referral } = await recordOf(app, id);
    assert.deepEqual(
      [referral.stage, referral.stage === 'closed' && referral.outcome],
      ['closed', 'declined'],
    );
  });

  it('given the clock there is an hour behind or ahead of ours, then nothing is missed', async () => {
    for (const skew of [-3_600_000, 3_600_000]) {
      await begin();
      const { app, there } = world;
      there.faults.clockSkew(skew);
      const id = lyingThere(world, 1, accepted);
      await connect(app);
      await app.settled();
      await passing(60);
      there.state.change(id, renamed('Changed there'));
      await passing(60);
      await agree();
      if (skew < 0) await world.close();
    }
  });
});
