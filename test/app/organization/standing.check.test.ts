import assert from 'node:assert/strict';
import { refreshProfile, rememberPerson } from '#app/contact/contact.remember.ts';
import type { PersonRecord } from '#app/contact/contactRecord.ts';
import { membershipOf } from '#app/organization/member.ts';
import { checkStanding, checkStandings } from '#app/organization/standing.check.ts';
import type { Roster, RosterEntry } from '#ports/roster.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { admin, contactOf, install, members } from '#test/support/organization/colleagues.ts';

const DAY = 24 * 3_600_000;

describe('What is known of somebody with rights', () => {
  let app: App;
  let asked: string[];
  let says: (RosterEntry | 'gone' | 'unsaid')[];
  beforeEach(async () => {
    asked = [];
    says = [];
    app = startApp();
    await app.worker.stop();
    await members(app, admin('anna'));
    await install(app, 'anna');
  });
  afterEach(() => app.close());

  const roster: Roster = {
    async find(_chat, accountId) {
      asked.push(accountId);
      return says.shift() ?? 'unsaid';
    },
  };
  const deps = () => ({ ...app.deps, clock: { ...app.clock, pause: async () => {} }, roster });
  const anna = async (): Promise<PersonRecord> =>
    (await app.store.read<'person'>('contoso', contactOf('anna')))?.body ?? assert.fail('nobody');
  const rights = async () => membershipOf(app.deps, app.organization, await anna());
  const sweep = () => checkStandings(deps(), app.organization);

  it('given it is younger than a day, then nobody is asked; given it is older, then Teams is', async () => {
    await sweep();
    assert.deepEqual(asked, []);
    app.clock.advance(DAY);
    const { asOf: _before, ...profile } = (await anna()).profile;
    says = [{ ...profile, name: 'Anna Berg-Lind' }];
    await sweep();
    assert.deepEqual(asked, ['anna']);
    assert.equal((await anna()).profile.name, 'Anna Berg-Lind');
    assert.ok(await rights());
    await sweep();
    assert.equal(asked.length, 1);
  });

  for (const [what, change] of [
    ['a guest', { guest: true }],
    ['of another tenant', { homeTenantId: 'elsewhere' }],
  ] as const) {
    it(`given they are ${what} now, then they have no rights any more`, async () => {
      const { asOf: _before, ...profile } = (await anna()).profile;
      says = [{ ...profile, ...change }];
      await checkStanding(deps(), app.organization, `${TENANT}:anna`);
      assert.equal(await rights(), undefined);
    });
  }

  it('given Teams says once that nobody is there, then that may be random', async () => {
    const { asOf: _before, ...profile } = (await anna()).profile;
    says = ['gone', profile];
    await checkStanding(deps(), app.organization, `${TENANT}:anna`);
    assert.ok(await rights());
  });

  it('given Teams says so again and again, then they are gone, until they are heard of', async () => {
    says = ['gone', 'gone', 'gone'];
    await checkStanding(deps(), app.organization, `${TENANT}:anna`);
    assert.equal(await rights(), undefined);
    const { asOf: _before, gone: _gone, ...profile } = (await anna()).profile;
    const sighting = { personId: `${TENANT}:anna`, name: 'Anna', fetchProfile: async () => profile };
    const person = await rememberPerson(app.deps, app.organization, sighting);
    await refreshProfile(app.deps, app.organization, person, sighting, 'minutes');
    assert.ok(await rights());
  });

  it('given Teams does not say, then what is known counts', async () => {
    await checkStanding(deps(), app.organization, `${TENANT}:anna`);
    assert.ok(await rights());
  });
});
