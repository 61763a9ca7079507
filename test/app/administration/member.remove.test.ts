import assert from 'node:assert/strict';
import {
  adminOf,
  by,
  change,
  remove,
  roleOf,
  storedMember,
} from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  contactOf,
  HERE,
  install,
  members,
  noticeOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('member.remove', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), admin('bea'), user('uma', [HERE]));
  });
  afterEach(() => app.close());

  it('given a member of the file, when removed by card, then no restart with that file restores it, a changed entry does', async () => {
    assert.equal((await remove(app, by(app, 'anna'), 'uma')).kind, 'done');
    assert.equal(await roleOf(app, 'uma'), undefined);
    for (let start = 0; start < 2; start++)
      await members(app, admin('anna'), admin('bea'), user('uma', [HERE]));
    assert.equal(await roleOf(app, 'uma'), undefined);
    await members(app, admin('anna'), admin('bea'), user('uma'));
    assert.equal(await roleOf(app, 'uma'), 'referrals-user');
  });

  it('given a removed member who leaves the file and comes back later, then the file counts again', async () => {
    await remove(app, by(app, 'anna'), 'uma');
    await members(app, admin('anna'), admin('bea'));
    assert.equal(await storedMember(app, 'uma'), undefined);
    await members(app, admin('anna'), admin('bea'), user('uma', [HERE]));
    assert.equal(await roleOf(app, 'uma'), 'referrals-user');
  });

  it('given two admins who remove each other at the same moment, then exactly one is left', async () => {
    const outcomes = await Promise.all([
      remove(app, by(app, 'anna'), 'bea'),
      remove(app, by(app, 'bea'), 'anna'),
    ]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['done', 'last-admin']);
    assert.equal([await roleOf(app, 'anna'), await roleOf(app, 'bea')].filter(Boolean).length, 1);
  });

  it('given one who removes themselves while the other is made a user, then one admin is left', async () => {
    const outcomes = await Promise.all([
      remove(app, by(app, 'anna'), 'anna'),
      change(app, by(app, 'anna'), 'bea', 'referrals-user'),
    ]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['done', 'last-admin']);
  });

  it('given somebody removed twice, then the second is told that there is no such member', async () => {
    await remove(app, by(app, 'anna'), 'uma');
    assert.equal((await remove(app, by(app, 'bea'), 'uma')).kind, 'unknown');
  });

  it('given an admin of a location, then only the users of that location (CR-3)', async () => {
    const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
    assert.equal((await remove(app, cleo, 'anna')).kind, 'not-allowed');
    assert.equal((await remove(app, cleo, 'uma')).kind, 'done');
    const other = by(app, 'otto', adminOf('otto', ['7654321']));
    await change(app, by(app, 'anna'), 'bea', 'referrals-user', [HERE]);
    assert.equal((await remove(app, other, 'bea')).kind, 'not-allowed');
  });

  it('given a removed member with the bot, when a referral comes in with them in its team, then no card comes (CR-51)', async () => {
    await install(app, 'uma');
    await remove(app, by(app, 'anna'), 'uma');
    await app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), []);
    assert.equal(await noticeOf(app, 'r1', contactOf('uma')), undefined);
  });
});
