import assert from 'node:assert/strict';
import { everyAct, pageOfActs } from '#app/administration/audit.show.ts';
import { addLocation } from '#app/administration/location.add.ts';
import { removeLocation } from '#app/administration/location.remove.ts';
import { makeRoute } from '#app/administration/route.make.ts';
import { removeRoute } from '#app/administration/route.remove.ts';
import { eraseSomeone } from '#app/person/person.erase.ts';
import { ruleKey } from '#domain/referral/routing.ts';
import { add, by, change, remove, roleOf } from '#test/support/administration/administering.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  admin,
  HERE,
  install,
  installChannel,
  mailOf,
  members,
} from '#test/support/organization/colleagues.ts';
import { mortal } from '#test/support/sync/mortal.ts';

const ANNA = `${TENANT}:anna`;

describe('audit: who changed what', () => {
  let app: App;
  afterEach(() => app.close());
  const start = async (options: Parameters<typeof startApp>[0] = {}) => {
    app = startApp(options);
    await members(app, admin('anna'));
    await app.settled();
    app.clock.advance(1_000);
  };
  /** What was done, without who and when, the oldest first. */
  const acts = async () => {
    await app.settled();
    const found = [];
    for await (const page of everyAct(app.deps, 'contoso')) found.push(...page);
    return found;
  };
  const told = async () =>
    (await acts()).map(({ what, about, from, to }) => [what, about, from, to].filter(Boolean).join(' | '));

  it('given members are added, changed and removed by card, then who, whom, and what they might before and after (CR-2, CR-4)', async () => {
    await start();
    await install(app, 'anna');
    await add(app, by(app, 'anna'), 'bo', 'referrals-user', 'all');
    app.clock.advance(1_000);
    await change(app, by(app, 'anna'), 'bo', 'referrals-admin');
    await change(app, by(app, 'anna'), 'bo', 'referrals-admin');
    app.clock.advance(1_000);
    await remove(app, by(app, 'anna'), 'bo');
    assert.deepEqual((await told()).slice(1), [
      `member.add | ${mailOf('bo')} | referrals-user: all`,
      `member.change | ${mailOf('bo')} | referrals-user: all | referrals-admin: all`,
      `member.remove | ${mailOf('bo')} | referrals-admin: all`,
    ]);
    const [first] = (await pageOfActs(app.deps, 'contoso')).acts;
    assert.deepEqual([first?.by, first?.byName], [ANNA, 'anna']);
    assert.equal((await acts()).at(0)?.by, 'file');
  });

  it('given nobody might do it, or it was so before, then nothing is kept', async () => {
    await start();
    await add(app, { ...by(app, 'anna'), member: undefined }, 'bo');
    await add(app, by(app, 'anna'), 'anna');
    assert.deepEqual((await told()).length, 1);
  });

  it('given locations, routes and channels are changed, then each is kept with who did it', async () => {
    await start();
    const location = { mpnId: '999', name: 'Seattle', country: 'US' };
    const route = { channel: '19:sales', location: HERE };
    await addLocation(app.deps, { ...by(app, 'anna'), location });
    await installChannel(app, '19:sales');
    await makeRoute(app.deps, { ...by(app, 'anna'), route });
    await removeRoute(app.deps, { ...by(app, 'anna'), key: ruleKey(route) });
    await removeLocation(app.deps, { ...by(app, 'anna'), mpnId: '999' });
    const found = await acts();
    assert.deepEqual(
      found.map(({ what, about }) => `${what} ${about}`).sort(),
      [
        'channel.on 19:sales',
        'location.add 999',
        'location.remove 999',
        `member.add ${mailOf('anna')}`,
        'route.make 19:sales',
        'route.remove 19:sales',
      ].sort(),
    );
    assert.deepEqual([...new Set(found.slice(1).map((one) => one.by))], [ANNA]);
  });

  it('given a process that is killed at any write, then a change that counts is kept once, and no other', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; at <= 6; at++) {
        const process = mortal();
        await start({ wrap: process.wrap });
        process.dieAt(at, when);
        await add(app, by(app, 'anna'), 'bo').catch(() => undefined);
        await app.settled().catch(() => undefined);
        process.revive();
        app.clock.advance(120_000);
        const kept = (await told()).filter((one) => one.includes(mailOf('bo')));
        const counts = (await roleOf(app, 'bo')) !== undefined;
        assert.equal(kept.length, counts ? 1 : 0, `${when} write ${at}`);
        await app.close();
      }
    }
    await start();
  });

  it('given somebody is erased, then the fact stays without their name', async () => {
    await start();
    await add(app, by(app, 'anna'), 'bo');
    await app.settled();
    await eraseSomeone(
      { ...app.deps, onProgress: () => undefined },
      { organization: 'contoso', personIds: [], addresses: [mailOf('bo')] },
    );
    const found = (await acts()).filter(({ what }) => what === 'member.add');
    assert.deepEqual(
      found.map(({ about, to }) => [about, to]),
      [
        [mailOf('anna'), 'referrals-admin: all'],
        [undefined, 'referrals-user: all'],
      ],
    );
    assert.ok(!JSON.stringify(await acts()).includes(mailOf('bo')));
  });

  it('given many, then they come in pages, the newest first, and each once', async () => {
    await start();
    for (let at = 1; at <= 19; at++) {
      await add(app, by(app, 'anna'), `bo${at}`);
      app.clock.advance(1_000);
      await app.settled();
    }
    const found: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await pageOfActs(app.deps, 'contoso', cursor);
      found.push(...page.acts.map(({ about = '' }) => about));
      cursor = page.cursor;
      pages++;
    } while (cursor);
    assert.deepEqual([pages, found.length, new Set(found).size, found[0]], [3, 20, 20, mailOf('bo19')]);
  });
});
