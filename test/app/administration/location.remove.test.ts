import assert from 'node:assert/strict';
import { removeLocation } from '#app/administration/location.remove.ts';
import { makeRoute } from '#app/administration/route.make.ts';
import { adminOf, by } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  decline,
  HERE,
  installChannel,
  mailOf,
  members,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('location.remove', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
  });
  afterEach(() => app.close());
  const removeIt = (mpnId = HERE) => removeLocation(app.deps, { ...by(app, 'anna'), mpnId });

  it('given a location of open deals, then it says how many, and goes once they are closed', async () => {
    for (const id of ['r1', 'r2']) await app.receive({ ...inbound({}, new Date(MONDAY)), id });
    await decline(app, 'r2');
    const use = { deals: 1, members: [], memberCount: 0, routes: 0 };
    assert.deepEqual(await removeIt(), { kind: 'in-use', use });
    await decline(app, 'r1');
    assert.deepEqual(await removeIt(), { kind: 'done' });
    assert.deepEqual(await removeIt(), { kind: 'unknown' });
  });

  it('given members and a route of the location, then it names them', async () => {
    await members(app, admin('anna'), ...['a', 'b', 'c', 'd'].map((name) => user(name, [HERE])));
    await installChannel(app, '19:sales');
    await makeRoute(app.deps, { ...by(app, 'anna'), route: { channel: '19:sales', location: HERE } });
    const outcome = await removeIt();
    assert.ok(outcome.kind === 'in-use');
    assert.deepEqual(outcome.use, {
      deals: 0,
      members: ['a', 'b', 'c'].map(mailOf),
      memberCount: 4,
      routes: 1,
    });
  });

  it('given an admin of that very location, then refused (CR-3)', async () => {
    const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
    assert.equal((await removeLocation(app.deps, { ...cleo, mpnId: HERE })).kind, 'not-allowed');
  });

  it('given a location nobody knows, then unknown', async () => {
    assert.deepEqual(await removeIt('999'), { kind: 'unknown' });
  });
});
