import assert from 'node:assert/strict';
import { makeRoute } from '#app/administration/route.make.ts';
import { routesOf } from '#app/organization/routes.ts';
import { adminOf, by } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { admin, HERE, installChannel, members, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('route.make', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    for (const channel of ['19:sales', '19:berlin']) await installChannel(app, channel);
  });
  afterEach(() => app.close());
  const make = (channel: string, rule: { location?: string; solution?: string } = {}) =>
    makeRoute(app.deps, { ...by(app, 'anna'), route: { channel, ...rule } });

  it('given a rule, then it leads to one channel: again the same, to another a conflict that names it', async () => {
    assert.deepEqual(await make('19:sales', { location: HERE }), { kind: 'done' });
    assert.deepEqual(await make('19:sales', { location: HERE }), { kind: 'exists' });
    assert.deepEqual(await make('19:berlin', { location: HERE }), { kind: 'conflict', channel: '19:sales' });
    assert.deepEqual(await make('19:berlin', { location: HERE, solution: 'SOL-1' }), { kind: 'done' });
    assert.deepEqual(await make('19:sales', { location: HERE, solution: 'sol-1' }), {
      kind: 'conflict',
      channel: '19:berlin',
    });
    assert.equal((await routesOf(app.deps, app.organization)).length, 2);
  });

  it('given two who lead the same rule to two channels at once, then one wins and the other is told', async () => {
    const made = await Promise.all([make('19:sales'), make('19:berlin')]);
    assert.deepEqual(made.map(({ kind }) => kind).sort(), ['conflict', 'done']);
  });

  it('given a route of the file, then a card can’t contradict it', async () => {
    const organization = { ...app.organization, routes: [{ channel: '19:sales', location: HERE }] };
    const outcome = await makeRoute(app.deps, {
      ...by(app, 'anna'),
      organization,
      route: { channel: '19:berlin', location: HERE },
    });
    assert.deepEqual(outcome, { kind: 'conflict', channel: '19:sales' });
  });

  it('given a channel without the bot, or a location that is not listed, then refused', async () => {
    assert.deepEqual(await make('19:nowhere'), { kind: 'unknown-channel' });
    await installChannel(app, '19:berlin', false);
    assert.deepEqual(await make('19:berlin'), { kind: 'unknown-channel' });
    assert.deepEqual(await make('19:sales', { location: '999' }), { kind: 'unknown-location' });
  });

  it('given an admin of another location, then refused (CR-3)', async () => {
    const cleo = by(app, 'cleo', adminOf('cleo', ['7654321']));
    const route = { channel: '19:sales', location: HERE };
    assert.deepEqual(await makeRoute(app.deps, { ...cleo, route }), { kind: 'not-allowed' });
  });

  it('given what is undecided, when a route leads it to a channel, then the card comes there (CR-51)', async () => {
    await make('19:sales', { location: '7654321' });
    await installChannel(app, '19:berlin', false);
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    assert.deepEqual(shownIn(app, '19:sales'), []);
    await make('19:sales', { location: HERE });
    await app.settled();
    assert.deepEqual(shownIn(app, '19:sales'), ['card received']);
    const [message] = app.messenger.in('19:sales');
    assert.ok(message?.content.type === 'referral-card' && message.content.why === 'route');
  });
});
