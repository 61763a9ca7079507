import assert from 'node:assert/strict';
import { namesOfDeciders, recipientsOf } from '#app/notice/recipients.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  HERE,
  install,
  installChannel,
  members,
  recordOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ELSEWHERE = '7654321';

describe('recipientsOf', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const arrive = (changes: object = {}) =>
    app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', mpnId: HERE, ...changes });
  /** Who is told of the referral and why, by name. */
  const told = async () => {
    const { referral } = await recordOf(app, 'r1');
    const recipients = await recipientsOf(app.deps, app.organization, referral);
    return Object.fromEntries(recipients.map(({ contactId, why }) => [contactId.replace(/^.*:/, ''), why]));
  };

  it('given people of all kinds, then admins of its location, its team and channels are told, each once (CR-51)', async () => {
    await members(
      app,
      admin('anna'),
      admin('here', [HERE, ELSEWHERE]),
      admin('elsewhere', [ELSEWHERE]),
      admin('admin-in-team'),
      user('in-team', [HERE]),
      user('in-team-elsewhere', [ELSEWHERE]),
      user('not-in-team'),
      admin('not-installed'),
    );
    const installed = [
      'anna',
      'here',
      'elsewhere',
      'admin-in-team',
      'in-team',
      'in-team-elsewhere',
      'not-in-team',
    ];
    for (const name of [...installed, 'unlisted-in-team']) await install(app, name);
    await installChannel(app, 'sales');
    await installChannel(app, 'left');
    await installChannel(app, 'left', false);
    const team = ['admin-in-team', 'in-team', 'in-team-elsewhere', 'unlisted-in-team'].map(teammate);
    await arrive({ team: [...team, teammate('IN-TEAM')] });
    assert.deepEqual(await told(), {
      anna: 'admin',
      here: 'location-admin',
      'admin-in-team': 'team',
      'in-team': 'team',
      sales: 'channel',
    });
  });

  it('given a referral of no location, then only admins of the whole company and its team are told (CR-2 to CR-4)', async () => {
    await members(app, admin('anna'), admin('here', [HERE]), user('in-team'), user('scoped', [HERE]));
    for (const name of ['anna', 'here', 'in-team', 'scoped']) await install(app, name);
    await arrive({ mpnId: null, team: [teammate('in-team'), teammate('scoped')] });
    assert.deepEqual(await told(), { anna: 'admin', 'in-team': 'team' });
  });

  it('given guests and accounts of foreign tenants with listed addresses, then they are told nothing', async () => {
    await members(app, admin('guest'), admin('foreign'));
    await install(app, 'guest', { guest: true });
    await install(app, 'foreign', { homeTenantId: 'elsewhere' });
    await arrive({ team: [teammate('guest'), teammate('foreign')] });
    assert.deepEqual(await told(), {});
  });

  it('given somebody known by two addresses that are both listed, then it is still one card', async () => {
    await members(app, admin('anna'), admin('a.berg'));
    await install(app, 'anna', { userPrincipalName: 'A.Berg@contoso.example' });
    await arrive({ team: [teammate('a.berg')] });
    await app.settled();
    assert.deepEqual(await told(), { anna: 'team' });
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
  });

  it('given trial mode, then everybody who installed is told, but no guests', async () => {
    await app.close();
    app = startApp({ open: true });
    for (const name of ['anna', 'bo.partner', 'gone']) await install(app, name);
    await install(app, 'gone', { installed: false });
    await install(app, 'guest', { guest: true });
    await arrive();
    assert.deepEqual(await told(), { anna: 'everyone', 'bo.partner': 'team' });
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(await namesOfDeciders(app.deps, app.organization, referral), [], 'everybody may');
  });

  it('given nobody who can be told, then that is said, and the first who installs is told', async () => {
    await members(app, admin('anna'));
    await arrive();
    await app.settled();
    assert.deepEqual(
      app.nobody.map(({ id }) => id),
      ['r1'],
    );
    await install(app, 'unlisted');
    await app.settled();
    assert.equal(app.nobody.length, 1, 'said once');
    await install(app, 'anna');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
  });

  it('given more people than a page, then all are told', async () => {
    await app.close();
    app = startApp({ open: true });
    for (let number = 0; number < 205; number++) await install(app, `person-${number}`);
    await arrive();
    assert.equal(Object.keys(await told()).length, 205);
  });

  it('given people who may decide, then their names are known, whether the bot is installed or not', async () => {
    await members(app, admin('anna'), user('uma'), user('other'));
    await install(app, 'uma', { installed: false, name: 'Uma Berg' });
    await install(app, 'anna', { name: 'Anna Berg' });
    await install(app, 'other');
    await arrive({ team: [teammate('uma')] });
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(await namesOfDeciders(app.deps, app.organization, referral), ['Anna Berg', 'Uma Berg']);
  });
});
