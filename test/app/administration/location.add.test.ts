import assert from 'node:assert/strict';
import { addLocation } from '#app/administration/location.add.ts';
import { add, adminOf, by } from '#test/support/administration/administering.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { HERE } from '#test/support/organization/colleagues.ts';

describe('location.add', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const location = { mpnId: '333', name: 'Paris', country: 'FR' };

  it('given a new location, when a company-wide admin adds it, then members may work for it (CR-2)', async () => {
    assert.deepEqual(await addLocation(app.deps, { ...by(app, 'anna'), location }), { kind: 'done' });
    assert.equal((await add(app, by(app, 'anna'), 'uma', 'referrals-user', ['333'])).kind, 'done');
  });

  it('given one that is listed, in the file or by card, then told so', async () => {
    const first = { mpnId: HERE, name: 'Twice', country: 'US' };
    assert.equal((await addLocation(app.deps, { ...by(app, 'anna'), location: first })).kind, 'exists');
    const kinds = await Promise.all(
      ['anna', 'bea'].map((name) => addLocation(app.deps, { ...by(app, name), location })),
    );
    assert.deepEqual(kinds.map(({ kind }) => kind).sort(), ['done', 'exists']);
  });

  it('given an admin of a location or a user, then refused (CR-3, CR-4)', async () => {
    const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
    assert.equal((await addLocation(app.deps, { ...cleo, location })).kind, 'not-allowed');
    const user = { ...by(app, 'uma'), member: { ...adminOf('uma'), role: 'referrals-user' as const } };
    assert.equal((await addLocation(app.deps, { ...user, location })).kind, 'not-allowed');
  });
});
