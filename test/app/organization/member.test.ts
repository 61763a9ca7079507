import assert from 'node:assert/strict';
import type { Profile } from '#app/contact/contactRecord.ts';
import { membershipOf } from '#app/organization/member.ts';
import { type App, MONDAY, organizationWith, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { admin, HERE, members, user } from '#test/support/organization/colleagues.ts';

const uma: Profile = {
  name: 'Uma',
  email: 'uma@contoso.example',
  guest: false,
  homeTenantId: TENANT,
  asOf: MONDAY,
};

describe('membershipOf', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, user('uma', [HERE]), admin('anna'));
  });
  afterEach(() => app.close());
  const of = (profile: Partial<Profile>, organization = app.organization) =>
    membershipOf(app.deps, organization, { profile: { ...uma, ...profile } });

  it('given a listed person, then role, locations and every address are known, in lower case (CR-1)', async () => {
    const both = { email: 'UMA@contoso.example', userPrincipalName: 'u.ma@contoso.example' };
    assert.deepEqual(await of(both), {
      role: 'referrals-user',
      locations: [HERE],
      addresses: ['uma@contoso.example', 'u.ma@contoso.example'],
    });
  });

  it('given only the user principal name in the list, then that counts', async () => {
    const renamed = { email: 'uma.new@contoso.example', userPrincipalName: 'Uma@contoso.example' };
    assert.equal((await of(renamed))?.role, 'referrals-user');
  });

  it('given an account of any tenant of the organization, or of an unknown home, then it counts (CR-5)', async () => {
    const two = { ...organizationWith([]), tenantIds: [TENANT, 'second'] };
    assert.ok(await of({ homeTenantId: 'second' }, two));
    assert.ok(await of({ homeTenantId: undefined }));
  });

  for (const [who, profile] of Object.entries({
    'somebody who is not listed': { email: 'nobody@contoso.example' },
    'somebody without any address': { email: undefined },
    'a guest with a listed address': { guest: true },
    'a listed address of a foreign tenant': { homeTenantId: 'foreign' },
  })) {
    it(`given ${who}, then there are no rights`, async () => {
      assert.equal(await of(profile), undefined);
    });
  }

  it('given trial mode, then everybody but guests is an admin of everything', async () => {
    const open = organizationWith([], true);
    const anybody = { email: 'nobody@elsewhere.example', homeTenantId: 'foreign' };
    assert.deepEqual(await of(anybody, open), {
      role: 'referrals-admin',
      locations: 'all',
      addresses: ['nobody@elsewhere.example'],
    });
    assert.equal(await of({ ...anybody, guest: true }, open), undefined);
  });
});
