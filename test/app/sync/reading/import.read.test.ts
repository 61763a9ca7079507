import assert from 'node:assert/strict';
import { type App, MONDAY, startApp, turn, until } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  install,
  members,
  recordOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { connect, connectionOf, disconnect } from '#test/support/sync/connections.ts';
import {
  CONTOSO,
  type MemoryPartnerCenter,
  memoryPartnerCenter,
} from '#test/support/sync/memoryPartnerCenter.ts';
import { mortal } from '#test/support/sync/mortal.ts';

const ANNA = chatOf('anna');

describe('import.read: the first import', () => {
  let app: App;
  let there: MemoryPartnerCenter;
  beforeEach(async () => {
    there = memoryPartnerCenter();
    app = startApp({ partnerCenter: there, partnerCenterId: CONTOSO });
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());
  const at = (number: number) => new Date(Date.parse(MONDAY) - (1_000 - number) * 60_000).toISOString();
  const row = (number: number, changes: object = {}) => ({
    ...inbound({ team: [] }, new Date(MONDAY)),
    id: `r${number}`,
    createdDateTime: at(number),
    updatedDateTime: at(number),
    ...changes,
  });
  const done = { status: 'Active', substatus: 'Accepted' };
  const count = async () =>
    (await app.store.count({ partition: 'contoso', kind: 'referral', limit: 1_000 })).count;
  const answers = (kind: string) => there.asked.filter((one) => one.split(' ')[0] === kind).length;

  it('given decided and undecided ones, then all are here in the order of creation, and one list tells of what waits', async () => {
    for (let number = 0; number < 35; number++) there.put(row(number, number % 7 === 0 ? {} : done));
    await connect(app);
    await app.settled();
    assert.equal(await count(), 35);
    const { importing, imported, watermark } = await connectionOf(app);
    assert.deepEqual([importing, imported?.read, imported?.failed], [undefined, 35, 0]);
    assert.equal(watermark, at(34).replace('Z', '0000Z'));
    assert.deepEqual(shownIn(app, ANNA), ['list 5']);
    assert.deepEqual(app.errors, []);
  });

  it('given its progress, then the connection shows how many were read, wait and can’t be read', async () => {
    for (let number = 0; number < 25; number++) there.put(row(number));
    there.put(row(3, { customerProfile: null }), row(4, done));
    there.before = async (request) => {
      if (request !== 'everything 20') return;
      const { importing } = await connectionOf(app);
      assert.deepEqual([importing?.read, importing?.pending, importing?.failed], [20, 18, 1]);
    };
    await connect(app);
    await app.settled();
    assert.deepEqual(app.errors, []);
    assert.equal((await connectionOf(app)).imported?.failed, 1);
    assert.deepEqual(
      app.reads.filter(({ kind }) => kind === 'unreadable'),
      [{ organization: 'contoso', kind: 'unreadable', id: 'r3', paths: ['customerProfile'] }],
    );
  });

  it('given what changes while it is imported, then it is read afterwards', async () => {
    for (let number = 0; number < 25; number++) there.put(row(number));
    there.before = (request) => {
      if (request === 'everything 20') {
        there.put(row(2, { name: 'Renamed meanwhile', updatedDateTime: at(990) }), row(991, done));
      }
    };
    await connect(app);
    await app.settled();
    assert.equal((await recordOf(app, 'r2')).referral.name, 'Renamed meanwhile');
    assert.equal(await count(), 26);
  });

  it('given the process ends at any of its writes, then another one goes on, nothing is lost, and nothing but what could not be noted is told twice', async () => {
    for (let number = 0; number < 13; number++) there.put(row(number, number > 2 ? done : {}));
    let survived = 0;
    for (let write = 1; survived < 2; write++) {
      const life = mortal();
      const own = memoryPartnerCenter();
      own.put(...there.records.values());
      const one = startApp({ partnerCenter: own, partnerCenterId: CONTOSO, wrap: life.wrap });
      await members(one, admin('anna'));
      await install(one, 'anna');
      await one.settled();
      await connect(one);
      life.dieAt(write, write % 2 === 0 ? 'before' : 'after');
      const ended = () =>
        connectionOf(one).then(
          ({ imported }) => imported !== undefined,
          () => life.dead,
        );
      await until('it ends', async () => life.dead || (await ended()));
      for (let steps = 0; steps < 50; steps++) await turn();
      if (life.dead) one.clock.advance(61_000);
      else survived++;
      life.revive();
      await one.settled();
      const { imported } = await connectionOf(one);
      const { count } = await one.store.count({ partition: 'contoso', kind: 'referral', limit: 100 });
      assert.deepEqual([imported?.read, count], [13, 13], `write ${write}`);
      // A message that was sent and could not be noted is sent once more rather than never.
      const told = life.diedAt === 'digest' ? [...new Set(shownIn(one, ANNA))] : shownIn(one, ANNA);
      assert.deepEqual(told, ['list 3'], `write ${write}, of ${life.diedAt}`);
      await one.close();
    }
  });

  it('given somebody disconnects and connects anew, then nothing is doubled and nobody hears of it again', async () => {
    for (let number = 0; number < 15; number++) there.put(row(number));
    await connect(app);
    await app.settled();
    await accept(app, 'r1');
    await app.settled();
    const before = shownIn(app, ANNA);
    await disconnect(app);
    app.clock.advance(60_000);
    await connect(app);
    await app.settled();
    assert.equal(await count(), 15);
    assert.deepEqual(shownIn(app, ANNA), before);
    assert.equal((await recordOf(app, 'r1')).referral.stage, 'accepted');
  });

  it('given some came by the intake before, then they keep their cards, and one message tells of all that waits', async () => {
    await app.receive(row(1));
    await app.settled();
    for (let number = 0; number < 5; number++) there.put(row(number));
    await connect(app);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'list 5']);
  });

  it('given the list can’t be gone on with from where it was, then it is begun anew and counts each once', async () => {
    for (let number = 0; number < 25; number++) there.put(row(number));
    let gone = true;
    there.before = (request) => {
      if (request !== 'everything 10' || !gone) return;
      gone = false;
      throw new RangeError('expired');
    };
    await connect(app);
    await app.settled();
    assert.equal((await connectionOf(app)).failing?.code, 'begun-anew');
    app.clock.advance(2_000);
    await app.settled();
    const { imported, failing } = await connectionOf(app);
    assert.deepEqual([imported?.read, failing, answers('everything')], [25, undefined, 5]);
  });
});
