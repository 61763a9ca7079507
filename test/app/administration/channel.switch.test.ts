import assert from 'node:assert/strict';
import { switchChannel } from '#app/administration/channel.switch.ts';
import { makeRoute } from '#app/administration/route.make.ts';
import { removeRoute } from '#app/administration/route.remove.ts';
import { rememberChannel } from '#app/contact/contact.remember.ts';
import { rememberTeam } from '#app/contact/teamChannels.ts';
import { adminOf, by } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  addToTeam,
  admin,
  chatOf,
  HERE,
  install,
  members,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const BERLIN = '7654321';
const chat = {
  serviceUrl: 'https://teams.example/',
  tenantId: TENANT,
  botId: 'bot',
};

describe('Which channels get referrals (CR-51)', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), admin('lars'), admin('cleo', [HERE]));
  });
  afterEach(() => app.close());
  const arrives = async (id: string, changes: object = {}) => {
    await app.receive({ ...inbound({}, new Date(MONDAY)), id, mpnId: HERE, ...changes });
    await app.settled();
  };
  const switched = (name: string, on: boolean, member = adminOf(name)) =>
    switchChannel(app.deps, { ...by(app, name, member), channelId: '19:sales', on });

  it('given somebody adds the bot to a team, then no referral is shown there', async () => {
    await addToTeam(app, '19:sales');
    await arrives('r1');
    assert.deepEqual(shownIn(app, '19:sales'), []);
  });

  it('given an admin of the whole company switches it on, then the channel gets what is undecided and what comes', async () => {
    await addToTeam(app, '19:sales');
    await arrives('r1');
    assert.equal((await switched('anna', true)).kind, 'done');
    await app.settled();
    await arrives('r2');
    assert.deepEqual(shownIn(app, '19:sales'), ['card received', 'card received']);
    assert.equal((await switched('anna', false)).kind, 'done');
    await arrives('r3');
    assert.equal(shownIn(app, '19:sales').length, 2);
  });

  it('given an admin of a location, a user or nobody, then it is not theirs to switch on', async () => {
    await addToTeam(app, '19:sales');
    for (const member of [adminOf('cleo', [HERE]), { ...adminOf('uma'), role: 'referrals-user' as const }]) {
      assert.deepEqual(await switched('cleo', true, member), { kind: 'not-allowed' });
    }
    const nobody = { organization: app.organization, personId: 'x', member: undefined };
    const outcome = await switchChannel(app.deps, { ...nobody, channelId: '19:sales', on: true });
    assert.deepEqual(outcome, { kind: 'not-allowed' });
    await arrives('r1');
    assert.deepEqual(shownIn(app, '19:sales'), []);
  });

  it('given an admin of a location leads it there, then the channel gets the referrals of that location alone', async () => {
    await addToTeam(app, '19:sales');
    const cleo = by(app, 'cleo', adminOf('cleo', [HERE]));
    const make = (location?: string) =>
      makeRoute(app.deps, { ...cleo, route: { channel: '19:sales', location } });
    assert.deepEqual(await make(), { kind: 'not-allowed' });
    assert.deepEqual(await make(BERLIN), { kind: 'not-allowed' });
    assert.deepEqual(await make(HERE), { kind: 'done' });
    await arrives('r1');
    await arrives('r2', { mpnId: BERLIN });
    await arrives('r3', { mpnId: null });
    assert.deepEqual(shownIn(app, '19:sales'), ['card received']);
    const anna = by(app, 'anna');
    await makeRoute(app.deps, { ...anna, route: { channel: '19:sales', location: BERLIN } });
    assert.deepEqual(await removeRoute(app.deps, { ...cleo, key: `${BERLIN}/*` }), { kind: 'not-allowed' });
    assert.deepEqual(await removeRoute(app.deps, { ...cleo, key: `${HERE}/*` }), { kind: 'done' });
  });

  it('given another channel of a team, then it gets what is led there, and leaves with its team', async () => {
    await addToTeam(app, '19:sales');
    const general = { ...chat, conversationId: '19:deals' };
    await rememberChannel(app.deps, app.organization, '19:deals', general, { teamChannelId: '19:sales' });
    await makeRoute(app.deps, { ...by(app, 'anna'), route: { channel: '19:deals' } });
    await arrives('r1');
    assert.deepEqual([shownIn(app, '19:deals'), shownIn(app, '19:sales')], [['card received'], []]);
    await rememberTeam(app.deps, app.organization, '19:sales', { ...chat, installed: false });
    await arrives('r2');
    assert.equal(shownIn(app, '19:deals').length, 1);
    await rememberTeam(app.deps, app.organization, '19:sales', { ...chat, installed: true });
    await app.settled();
    assert.equal(shownIn(app, '19:deals').length, 2);
  });

  it('given trial mode, then adding the bot is enough, and nobody is asked', async () => {
    await app.close();
    app = startApp({ open: true });
    await install(app, 'anna');
    await addToTeam(app, '19:sales');
    await arrives('r1');
    assert.deepEqual(shownIn(app, '19:sales'), ['card received']);
    assert.ok(!shownIn(app, chatOf('anna')).includes('ask 19:sales'));
  });
});
