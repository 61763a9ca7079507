import {
  type LoadedOrganizations,
  localOrganization,
  organizationsAmong,
} from '#bot/config/organizationsFile.ts';
import type { Organization } from '#ports/organizations.ts';
import { contactOf, type DemoGuest, guests } from './guests.ts';

/** The organization of whoever tries the demo: that of Local mode, under a name that others can be told. */
export const HOST = 'local';

/** The demo's organizations: one's own, open as in Local mode, a partner and Microsoft. */
export function demoOrganizations(zone: string, keyDigest: string): LoadedOrganizations {
  const { keyDigests, ...local } = localOrganization(zone, keyDigest);
  const host = local.byId(HOST);
  if (!host) throw new Error('Local mode has no organization');
  const others = Object.values(guests).map((guest) => guestOrganization(host, guest));
  return { ...organizationsAmong([{ ...host, name: 'Contoso' }, ...others]), keyDigests };
}

function guestOrganization(host: Organization, guest: DemoGuest): Organization {
  const { id, name, tenantId, mpnId, people } = guest;
  return {
    ...host,
    ...{ id, name, open: false, tenantIds: [tenantId] },
    locations: [{ mpnId, name: `${name} HQ`, country: 'US' }],
    members: people.map((person) => {
      const { email } = contactOf(guest, person);
      return { email, role: 'referrals-admin', locations: 'all' };
    }),
  };
}
