import assert from 'node:assert/strict';
import { membershipOf } from '#app/organization/member.ts';
import { add, adminOf, by, remove, roleOf } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  HERE,
  install,
  mailOf,
  members,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('member.add', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
  });
  afterEach(() => app.close());

  it('given an e-mail nobody has seen yet, when a company-wide admin adds it, then whoever comes with it is a member (CR-1)', async () => {
    assert.equal((await add(app, by(app, 'anna'), 'UMA', 'referrals-user', [HERE])).kind, 'done');
    const profile = {
      name: 'Uma',
      email: 'Uma@contoso.example',
      guest: false,
      homeTenantId: TENANT,
      asOf: MONDAY,
    };
    assert.deepEqual(await membershipOf(app.deps, app.organization, { profile }), {
      role: 'referrals-user',
      locations: [HERE],
      addresses: ['uma@contoso.example'],
    });
  });

  it('given a guest with that e-mail, then still no rights (CR-5)', async () => {
    await add(app, by(app, 'anna'), 'gina', 'referrals-admin');
    const profile = { name: 'Gina', email: mailOf('gina'), guest: true, asOf: MONDAY };
    assert.equal(await membershipOf(app.deps, app.organization, { profile }), undefined);
  });

  it('given somebody who has the bot, when made an admin, then what is undecided comes at once (CR-51)', async () => {
    await install(app, 'uma');
    await app.receive(inbound({ team: [] }, new Date(MONDAY)));
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), []);
    await add(app, by(app, 'anna'), 'uma', 'referrals-admin');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card received']);
  });

  it('given a member, when added again, then told so and nothing changes', async () => {
    await members(app, admin('anna'), user('uma', [HERE]));
    const outcome = await add(app, by(app, 'anna'), 'uma', 'referrals-admin');
    assert.equal(outcome.kind, 'exists');
    assert.equal(await roleOf(app, 'uma'), 'referrals-user');
  });

  it('given two admins who add the same person at once, then one adds and the other is told', async () => {
    const kinds = await Promise.all([
      add(app, by(app, 'anna'), 'uma', 'referrals-user'),
      add(app, by(app, 'bea'), 'uma', 'referrals-admin'),
    ]);
    assert.deepEqual(kinds.map(({ kind }) => kind).sort(), ['done', 'exists']);
  });

  for (const [what, role, locations, kind] of [
    ['a user of an own location', 'referrals-user', [HERE], 'done'],
    ['a user of all locations', 'referrals-user', 'all', 'not-allowed'],
    ['a user of an own and another location', 'referrals-user', [HERE, '7654321'], 'not-allowed'],
    ['a user of no location', 'referrals-user', [], 'not-allowed'],
    ['an admin of the own location', 'referrals-admin', [HERE], 'not-allowed'],
    ['an admin of everything', 'referrals-admin', 'all', 'not-allowed'],
  ] as const) {
    it(`given an admin of one location who adds ${what}, then ${kind} (CR-3)`, async () => {
      const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
      assert.equal((await add(app, cleo, 'uma', role, locations)).kind, kind);
      assert.equal(await roleOf(app, 'uma'), kind === 'done' ? role : undefined);
    });
  }

  it('given a referrals user or somebody unlisted, then refused (CR-4)', async () => {
    const uma = { ...adminOf('uma'), role: 'referrals-user' as const };
    assert.equal((await add(app, by(app, 'uma', uma), 'lars')).kind, 'not-allowed');
    const nobody = { ...by(app, 'una'), member: undefined };
    assert.equal((await add(app, nobody, 'lars')).kind, 'not-allowed');
  });

  it('given a location that is not listed, then refused by its id', async () => {
    const outcome = await add(app, by(app, 'anna'), 'uma', 'referrals-user', [HERE, '999']);
    assert.deepEqual(outcome, { kind: 'unknown-location', mpnId: '999' });
  });

  it('given somebody who was removed by card, when added again, then a member again', async () => {
    await members(app, admin('anna'), user('uma'));
    await remove(app, by(app, 'anna'), 'uma');
    assert.equal(await roleOf(app, 'uma'), undefined);
    await add(app, by(app, 'anna'), 'uma', 'referrals-admin');
    assert.equal(await roleOf(app, 'uma'), 'referrals-admin');
    await members(app, admin('anna'), user('uma'));
    assert.equal(await roleOf(app, 'uma'), 'referrals-admin', 'a restart with the same file changes nothing');
  });

  it('given trial mode, then there are no members', async () => {
    const trial = { ...by(app, 'anna'), organization: { ...app.organization, open: true } };
    assert.equal((await add(app, trial, 'uma')).kind, 'trial');
  });
});
