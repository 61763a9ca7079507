import assert from 'node:assert/strict';
import { makeRoute } from '#app/administration/route.make.ts';
import { removeRoute } from '#app/administration/route.remove.ts';
import { routesOf } from '#app/organization/routes.ts';
import type { Organization, RouteEntry } from '#ports/organizations.ts';
import { adminOf, by } from '#test/support/administration/administering.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { HERE, installChannel } from '#test/support/organization/colleagues.ts';

describe('route.remove', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    for (const channel of ['19:sales', '19:berlin']) await installChannel(app, channel);
  });
  afterEach(() => app.close());
  const file = (...routes: RouteEntry[]): Organization => ({ ...app.organization, routes });
  const shown = async (organization: Organization) =>
    (await routesOf(app.deps, organization)).map(({ key, channel }) => `${key} ${channel}`);

  it('given a route of the file, when removed by card, then no restart restores it, a changed entry does', async () => {
    const organization = file({ channel: '19:sales', location: HERE });
    assert.deepEqual(await shown(organization), [`${HERE}/* 19:sales`]);
    const outcome = await removeRoute(app.deps, { ...by(app, 'anna'), organization, key: `${HERE}/*` });
    assert.deepEqual(outcome, { kind: 'done' });
    assert.deepEqual(await shown(structuredClone(organization)), []);
    assert.deepEqual(await shown(file({ channel: '19:berlin', location: HERE })), [`${HERE}/* 19:berlin`]);
  });

  it('given a route removed and made anew by card to another channel, then that one stays over restarts', async () => {
    const organization = file({ channel: '19:sales', location: HERE });
    const anna = { ...by(app, 'anna'), organization };
    await removeRoute(app.deps, { ...anna, key: `${HERE}/*` });
    await makeRoute(app.deps, { ...anna, route: { channel: '19:berlin', location: HERE } });
    assert.deepEqual(await shown(organization), [`${HERE}/* 19:berlin`]);
  });

  it('given a route that is gone, or somebody without the right, then told so (CR-3)', async () => {
    assert.deepEqual(await removeRoute(app.deps, { ...by(app, 'anna'), key: '*/*' }), { kind: 'unknown' });
    await makeRoute(app.deps, { ...by(app, 'anna'), route: { channel: '19:sales' } });
    const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
    assert.deepEqual(await removeRoute(app.deps, { ...cleo, key: '*/*' }), { kind: 'not-allowed' });
  });
});
