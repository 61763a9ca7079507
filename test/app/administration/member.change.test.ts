import assert from 'node:assert/strict';
import {
  add,
  adminOf,
  by,
  change,
  remove,
  roleOf,
  storedMember,
} from '#test/support/administration/administering.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { admin, HERE, members, user } from '#test/support/organization/colleagues.ts';

describe('member.change', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), user('uma', [HERE]));
  });
  afterEach(() => app.close());

  it('given a member, when the role and the locations change, then they count at once (CR-1 to CR-4)', async () => {
    assert.equal((await change(app, by(app, 'anna'), 'uma', 'referrals-admin', ['7654321'])).kind, 'done');
    const { role, locations } = (await storedMember(app, 'uma')) ?? {};
    assert.deepEqual([role, locations], ['referrals-admin', ['7654321']]);
  });

  it('given nobody of that address, then unknown', async () => {
    assert.equal((await change(app, by(app, 'anna'), 'zoe', 'referrals-user')).kind, 'unknown');
  });

  it('given the last company-wide admin, when made less, then refused: a user, or an admin of locations', async () => {
    assert.equal((await change(app, by(app, 'anna'), 'anna', 'referrals-user')).kind, 'last-admin');
    assert.equal((await change(app, by(app, 'anna'), 'anna', 'referrals-admin', [HERE])).kind, 'last-admin');
    assert.deepEqual(
      [await roleOf(app, 'anna'), (await storedMember(app, 'anna'))?.locations],
      ['referrals-admin', 'all'],
    );
  });

  it('given an admin of one location only beside them, then the last company-wide admin is still the last', async () => {
    await members(app, admin('anna'), admin('cleo', [HERE]));
    assert.equal((await remove(app, by(app, 'anna'), 'anna')).kind, 'last-admin');
  });

  it('given two admins who each make the other a user at the same moment, then exactly one succeeds', async () => {
    for (let formVersion = 0; formVersion < 20; formVersion++) {
      await change(app, by(app, 'root'), 'anna', 'referrals-admin');
      await change(app, by(app, 'root'), 'uma', 'referrals-admin');
      const outcomes = await Promise.all([
        change(app, by(app, 'anna'), 'uma', 'referrals-user'),
        change(app, by(app, 'uma'), 'anna', 'referrals-user'),
      ]);
      assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['done', 'last-admin']);
      const roles = [await roleOf(app, 'anna'), await roleOf(app, 'uma')];
      assert.deepEqual(roles.sort(), ['referrals-admin', 'referrals-user']);
    }
  });

  it('given an admin who was made less and then an admin again, then the other may go', async () => {
    await change(app, by(app, 'anna'), 'uma', 'referrals-admin');
    await change(app, by(app, 'anna'), 'uma', 'referrals-user');
    assert.equal((await change(app, by(app, 'anna'), 'anna', 'referrals-user')).kind, 'last-admin');
    await change(app, by(app, 'anna'), 'uma', 'referrals-admin');
    assert.equal((await change(app, by(app, 'uma'), 'anna', 'referrals-user')).kind, 'done');
  });

  it('given an admin who stepped down half-way (the process was killed), then the wait is bounded', async () => {
    await change(app, by(app, 'anna'), 'uma', 'referrals-admin');
    const { stepDown } = await import('#app/organization/roster.ts');
    assert.equal(await stepDown(app.deps, 'contoso', 'uma@contoso.example'), true);
    assert.equal((await change(app, by(app, 'uma'), 'anna', 'referrals-user')).kind, 'last-admin');
    app.clock.advance(11 * 60_000);
    assert.equal((await change(app, by(app, 'uma'), 'anna', 'referrals-user')).kind, 'done');
  });

  for (const [what, name, role, locations, kind] of [
    ['a user of the own location to another one', 'uma', 'referrals-user', ['7654321'], 'not-allowed'],
    ['a user of the own location to an admin', 'uma', 'referrals-admin', [HERE], 'not-allowed'],
    ['a company-wide admin to a user of the own location', 'anna', 'referrals-user', [HERE], 'not-allowed'],
    ['a user of the own location to the same', 'uma', 'referrals-user', [HERE], 'done'],
    ['nobody known', 'zoe', 'referrals-user', [HERE], 'unknown'],
  ] as const) {
    it(`given an admin of one location who changes ${what}, then ${kind} (CR-3)`, async () => {
      const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
      assert.equal((await change(app, cleo, name, role, locations)).kind, kind);
    });
  }

  it('given a role changed by card, when the bot starts again with the same file, then it stays', async () => {
    await change(app, by(app, 'anna'), 'uma', 'referrals-admin');
    await members(app, admin('anna'), user('uma', [HERE]));
    assert.equal(await roleOf(app, 'uma'), 'referrals-admin');
    await add(app, by(app, 'anna'), 'lars');
    await members(app, admin('anna'), user('uma', ['7654321']));
    assert.equal(await roleOf(app, 'uma'), 'referrals-user', 'the file says something else now');
    assert.equal(await roleOf(app, 'lars'), 'referrals-user', 'who was never in the file stays');
  });
});
