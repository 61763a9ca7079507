import assert from 'node:assert/strict';
import { switchChannel } from '#app/administration/channel.switch.ts';
import { makeRoute } from '#app/administration/route.make.ts';
import { rememberPerson } from '#app/contact/contact.remember.ts';
import { routesOf } from '#app/organization/routes.ts';
import { adminOf, by, change, remove } from '#test/support/administration/administering.ts';
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

const SALES = '19:sales';
const BERLIN = '7654321';

describe('Channels of somebody who lost the right (CR-51)', () => {
  let app: App;
  let count = 0;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), admin('lars'), admin('nora'), admin('cleo', [HERE]));
    for (const name of ['anna', 'lars', 'nora', 'cleo']) await install(app, name);
    await addToTeam(app, SALES);
  });
  afterEach(() => app.close());

  const arrives = async (mpnId = HERE) => {
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: `r${++count}`, mpnId });
    await app.settled();
  };
  const questions = (name: string) =>
    app.messenger
      .in(chatOf(name))
      .map(({ content }) => content)
      .filter((content) => content.type === 'channel-ask');
  const switched = (name: string, on: boolean, asked?: string) =>
    switchChannel(app.deps, { ...by(app, name), channelId: SALES, on, asked });
  const routed = async (name: string, locations: 'all' | string[], location?: string) =>
    makeRoute(app.deps, {
      ...by(app, name, adminOf(name, locations)),
      route: { channel: SALES, location },
    });
  const cards = () => shownIn(app, SALES).length;

  const losses: Readonly<Record<string, () => Promise<unknown>>> = {
    'is demoted': () => change(app, by(app, 'anna'), 'lars', 'referrals-user'),
    'has locations alone from now on': () => change(app, by(app, 'anna'), 'lars', 'referrals-admin', [HERE]),
    'is removed': () => remove(app, by(app, 'anna'), 'lars'),
    'is a guest from now on': async () => {
      await app.store.remove('contoso', `person:${TENANT}:lars`, await etagOf(`person:${TENANT}:lars`));
      await rememberPerson(app.deps, app.organization, {
        personId: `${TENANT}:lars`,
        name: 'lars',
        fetchProfile: async () => ({ name: 'lars', email: 'lars@contoso.example', guest: true }),
      });
    },
  };
  const etagOf = async (id: string) => (await app.store.read('contoso', id))?.etag ?? assert.fail(id);

  for (const [what, lose] of Object.entries(losses)) {
    it(`given who switched a channel on ${what}, then it goes on and the admins of the company are asked once`, async () => {
      await switched('lars', true);
      await arrives();
      assert.deepEqual(questions('anna'), []);
      await lose();
      await arrives();
      await arrives();
      assert.equal(cards(), 3);
      assert.deepEqual(
        ['anna', 'nora', 'lars', 'cleo'].map((name) => questions(name).length),
        [1, 1, 0, 0],
      );
      assert.ok(questions('anna')[0]?.lost);
    });
  }

  it('given they are asked, when one keeps it, then it goes on in their name and nobody is asked until they lose the right', async () => {
    await switched('lars', true);
    await remove(app, by(app, 'anna'), 'lars');
    await arrives();
    assert.equal((await switched('nora', true, questions('nora')[0]?.asked)).kind, 'done');
    await arrives();
    assert.deepEqual([cards(), questions('anna').length], [2, 1]);
    await remove(app, by(app, 'anna'), 'nora');
    await arrives();
    assert.equal(questions('anna').length, 2);
  });

  it('given who made a route is removed, when it is kept, then the route goes on and brings nothing beyond it', async () => {
    await routed('cleo', [HERE], HERE);
    await remove(app, by(app, 'anna'), 'cleo');
    await arrives();
    assert.deepEqual([cards(), questions('anna').length], [1, 1]);
    assert.equal((await switched('anna', true, questions('anna')[0]?.asked)).kind, 'kept');
    await arrives();
    await arrives(BERLIN);
    assert.deepEqual([cards(), questions('anna').length], [2, 1]);
  });

  it('given who made a route is removed, when it is stopped, then that route goes, and others stay', async () => {
    await routed('cleo', [HERE], HERE);
    await routed('anna', 'all', BERLIN);
    await remove(app, by(app, 'anna'), 'cleo');
    await arrives();
    await switched('anna', false, questions('anna')[0]?.asked);
    await arrives();
    await arrives(BERLIN);
    assert.equal(cards(), 2);
    assert.deepEqual(
      (await routesOf(app.deps, app.organization)).map(({ location }) => location),
      [BERLIN],
    );
  });

  it('given two are asked, when one has decided, then the other’s press changes nothing and is told by whom', async () => {
    await switched('lars', true);
    await remove(app, by(app, 'anna'), 'lars');
    await arrives();
    await switched('nora', false, questions('nora')[0]?.asked);
    const late = await switched('anna', true, questions('anna')[0]?.asked);
    assert.deepEqual(late.kind === 'decided' && late.by, `${TENANT}:nora`);
    await arrives();
    assert.equal(cards(), 1);
    assert.equal((await switched('anna', true)).kind, 'done', 'what they say anew counts');
  });
});
