import {
  type LoadedOrganizations,
  localOrganization,
  organizationsAmong,
} from '#bot/config/organizationsFile.ts';
import type { MemberEntry, Organization } from '#ports/organizations.ts';
import { contactOf, contoso, type DemoGuest, generalChannelOf, guests } from './guests.ts';

/** The organization of whoever tries the demo. */
export const HOST = contoso.id;

/** The second location of one's own. */
export const COLOGNE = '7654321';

/** The demo's organizations: one's own with colleagues, a partner and Microsoft. */
export function demoOrganizations(zone: string, keyDigest: string): LoadedOrganizations {
  const { keyDigests, ...local } = localOrganization(zone, keyDigest);
  const plain = local.byId(HOST);
  if (!plain) throw new Error('Local mode has no organization');
  const others = Object.values(guests).map((guest) => guestOrganization(plain, guest));
  return { ...organizationsAmong([ownOrganization(plain), ...others]), keyDigests };
}

/** One's own: two locations, a channel route, and colleagues of whom one is still to be added. */
function ownOrganization(plain: Organization): Organization {
  const [anna, marco, li, olga, erik] = contoso.people;
  return {
    ...plain,
    ...{ name: contoso.name, open: false, tenantIds: [contoso.tenantId] },
    // The account that reads Partner Center is at home in the stand-in's own tenant.
    partnerCenter: { tenantId: 'organizations' },
    locations: [
      { mpnId: contoso.mpnId, name: 'Contoso Bellevue', country: 'US' },
      { mpnId: COLOGNE, name: 'Contoso Köln', country: 'DE' },
    ],
    members: [
      member(anna, 'referrals-admin'),
      member(marco, 'referrals-admin'),
      member(li, 'referrals-user', [contoso.mpnId]),
      member(olga, 'referrals-admin', [COLOGNE]),
      member(erik, 'referrals-user'),
    ],
    routes: [{ channel: generalChannelOf(contoso) }],
    options: { ...plain.options, escalateAfterDays: 5 },
  };
}

function member(
  person: string,
  role: MemberEntry['role'],
  locations: MemberEntry['locations'] = 'all',
): MemberEntry {
  return { email: contactOf(contoso, person).email, role, locations };
}

function guestOrganization(plain: Organization, guest: DemoGuest): Organization {
  const { id, name, tenantId, mpnId, people } = guest;
  return {
    ...plain,
    ...{ id, name, open: false, tenantIds: [tenantId] },
    locations: [{ mpnId, name: `${name} HQ`, country: 'US' }],
    members: people.map((person) => {
      const { email } = contactOf(guest, person);
      return { email, role: 'referrals-admin', locations: 'all' };
    }),
  };
}
