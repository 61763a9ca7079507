import assert from 'node:assert/strict';
import { makeRoute } from '#app/administration/route.make.ts';
import { proveRoute } from '#app/administration/route.prove.ts';
import { routesOf } from '#app/organization/routes.ts';
import { adminOf, by } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { HERE, install, installChannel } from '#test/support/organization/colleagues.ts';

describe('route.prove', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await install(app, 'anna');
    await installChannel(app, '19:sales');
    await makeRoute(app.deps, { ...by(app, 'anna'), route: { channel: '19:sales', location: HERE } });
    await app.settled();
  });
  afterEach(() => app.close());
  const prove = (key = `${HERE}/*`) => proveRoute(app.deps, { ...by(app, 'anna'), key });
  const test = async () => (await routesOf(app.deps, app.organization))[0]?.test;

  it('given a route, when a test card is sent, then it is marked, and how it ended is kept', async () => {
    assert.deepEqual(await prove(), { kind: 'done' });
    assert.equal((await test())?.state, 'waiting');
    await app.settled();
    assert.deepEqual(await test(), { state: 'delivered', at: MONDAY });
    assert.deepEqual(
      app.messenger.in('19:sales').map(({ content }) => content),
      [
        {
          type: 'route-test',
          rule: { channel: '19:sales', location: HERE },
          locationName: 'Contoso Seattle',
          by: 'anna',
        },
      ],
    );
  });

  it('given two presses at once, then one card', async () => {
    await Promise.all([prove(), prove()]);
    await app.settled();
    assert.equal(app.messenger.in('19:sales').length, 1);
  });

  it('given a channel that refuses, then failed with the reason, and the next test may succeed', async () => {
    app.messenger.answer = () => ({ outcome: 'blocked', reason: '403 Forbidden' });
    await prove();
    await app.settled();
    assert.deepEqual(await test(), { state: 'failed', at: MONDAY, reason: '403 Forbidden' });
    app.messenger.answer = undefined;
    await prove();
    await app.settled();
    assert.equal((await test())?.state, 'delivered');
  });

  it('given Teams that is away, then it is tried three times and then told, and a rate limit counts for nothing', async () => {
    let counts = false;
    app.messenger.answer = () => ({ outcome: 'later', after: 1_000, counts, reason: '503' });
    await prove();
    for (let tries = 0; tries < 5; tries++) {
      await app.settled();
      app.clock.advance(1_000);
    }
    assert.equal((await test())?.state, 'waiting');
    counts = true;
    for (let tries = 0; tries < 3; tries++) {
      await app.settled();
      app.clock.advance(1_000);
    }
    assert.equal((await test())?.state, 'failed');
  });

  it('given a channel without the bot, then failed', async () => {
    await installChannel(app, '19:sales', false);
    await prove();
    await app.settled();
    assert.equal((await test())?.state, 'failed');
  });

  it('given a route of the file, when tested, then it is still the file’s', async () => {
    const organization = { ...app.organization, routes: [{ channel: '19:sales' }] };
    await proveRoute(app.deps, { ...by(app, 'anna'), organization, key: '*/*' });
    await app.settled();
    const [all] = (await routesOf(app.deps, organization)).filter(({ key }) => key === '*/*');
    assert.equal(all?.test?.state, 'delivered');
    assert.deepEqual(
      (await routesOf(app.deps, app.organization)).map(({ key }) => key),
      [`${HERE}/*`],
    );
  });

  it('given a route that is gone, or no right, then told so', async () => {
    assert.deepEqual(await prove('1/2'), { kind: 'unknown' });
    await makeRoute(app.deps, { ...by(app, 'anna'), route: { channel: '19:sales' } });
    const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
    assert.deepEqual(await proveRoute(app.deps, { ...cleo, key: '*/*' }), { kind: 'not-allowed' });
  });
});
