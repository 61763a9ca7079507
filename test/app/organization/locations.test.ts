import assert from 'node:assert/strict';
import { addLocation } from '#app/administration/location.add.ts';
import { removeLocation } from '#app/administration/location.remove.ts';
import { locationName, locationsOf } from '#app/organization/locations.ts';
import type { Location, Organization } from '#ports/organizations.ts';
import { by } from '#test/support/administration/administering.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';

const PARIS: Location = { mpnId: '333', name: 'Paris', country: 'FR' };

describe('locationsOf', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const idsOf = async (organization: Organization = app.organization) =>
    (await locationsOf(app.deps, organization)).map(({ mpnId }) => mpnId);
  const file = (...locations: Location[]): Organization => ({ ...app.organization, locations });

  it('given nothing done by card, then those of the file, in its order', async () => {
    assert.deepEqual(await idsOf(), ['1234567', '7654321']);
  });

  it('given one added and one removed by card, then a restart with the same file changes neither', async () => {
    await addLocation(app.deps, { ...by(app, 'anna'), location: PARIS });
    await removeLocation(app.deps, { ...by(app, 'anna'), mpnId: '1234567' });
    assert.deepEqual(await idsOf(), ['7654321', '333']);
    assert.deepEqual(await idsOf(structuredClone(app.organization)), ['7654321', '333']);
  });

  it('given one removed by card, when its entry in the file changes, then it is back', async () => {
    await removeLocation(app.deps, { ...by(app, 'anna'), mpnId: '1234567' });
    const [first, second] = app.organization.locations;
    assert.ok(first && second);
    assert.deepEqual(await idsOf(file({ ...first, name: 'New name' }, second)), ['1234567', '7654321']);
  });

  it('given one that left the file, then it is gone, unless it was added by card', async () => {
    await addLocation(app.deps, { ...by(app, 'anna'), location: PARIS });
    assert.deepEqual(await idsOf(file()), ['333']);
  });

  it('given one removed and added again by card, then it counts with the new name', async () => {
    await removeLocation(app.deps, { ...by(app, 'anna'), mpnId: '1234567' });
    await addLocation(app.deps, {
      ...by(app, 'anna'),
      location: { mpnId: '1234567', name: 'Again', country: 'US' },
    });
    const [first] = await locationsOf(app.deps, app.organization);
    assert.equal(first?.name, 'Again');
  });
});

describe('locationName', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const nameOf = (mpnId: string | undefined) => locationName(app.deps, app.organization, mpnId);

  it('given a location of the file, one added by card and an unknown one, then the names that are known', async () => {
    await addLocation(app.deps, { ...by(app, 'anna'), location: PARIS });
    assert.deepEqual(
      [await nameOf('1234567'), await nameOf('333'), await nameOf('999'), await nameOf(undefined)],
      ['Contoso Seattle', 'Paris', undefined, undefined],
    );
    assert.equal(await nameOf('9'.repeat(5_000)), undefined);
  });

  it('given one that was removed, then its old deals still say where they belong; added again, its new name', async () => {
    await removeLocation(app.deps, { ...by(app, 'anna'), mpnId: '1234567' });
    assert.equal(await nameOf('1234567'), 'Contoso Seattle');
    const location = { mpnId: '1234567', name: 'Again', country: 'US' };
    await addLocation(app.deps, { ...by(app, 'anna'), location });
    assert.equal(await nameOf('1234567'), 'Again');
  });
});
