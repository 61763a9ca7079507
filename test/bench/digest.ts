import { calendar } from '#adapters/luxon/calendar.ts';
import { type PersonRecord, personDraft } from '#app/contact/contactRecord.ts';
import { gatherDay } from '#app/digest/digest.gather.ts';
import { loadMembers } from '#app/organization/members.load.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { MemberEntry } from '#ports/organizations.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import { organizationWith, TENANT } from '#test/support/app/runningApp.ts';
import { FEW, MANY, ORGANIZATION, TODAY } from './deals.ts';
import { inOrganizationsUpTo, median } from './finding.ts';
import type { Recorder } from './frame/figure.ts';

const readers: Readonly<Record<string, MemberEntry>> = {
  'company admin': { email: 'anna@contoso.example', role: 'referrals-admin', locations: 'all' },
  'admin of three locations': {
    email: 'lena@contoso.example',
    role: 'referrals-admin',
    locations: ['1000001', '1000002', '1000003'],
  },
  'user in many teams': { email: MANY, role: 'referrals-user', locations: 'all' },
  'user in few teams': { email: FEW, role: 'referrals-user', locations: 'all' },
};

/**
 * What the message of one morning costs on the embedded store (a file), in organizations with a thousand deals and
 * with more.
 */
export async function benchDigest(record: Recorder, largest: number): Promise<void> {
  await inOrganizationsUpTo(record, largest, measure);
}

async function measure(store: AnyDocumentStore): Promise<Map<string, number>> {
  const deps = { store, clock: fakeClock(`${TODAY}T08:00:00.000Z`), calendar };
  const members = Object.values(readers);
  const organization = { ...organizationWith(members), id: ORGANIZATION };
  await loadMembers({ ...deps, newId: () => 'bench' }, organization);
  const found = new Map<string, number>();
  for (const [who, { email }] of Object.entries(readers)) {
    const person = personAt(email);
    await deps.store.create(personDraft(ORGANIZATION, person, undefined));
    found.set(`${who}: one morning`, await median(() => gatherDay(deps, organization, person)));
  }
  return found;
}

function personAt(email: string): PersonRecord {
  const asOf = `${TODAY}T08:00:00.000Z`;
  return {
    kind: 'person',
    personId: `${TENANT}:${email}`,
    profile: { name: email, email, guest: false, homeTenantId: TENANT, asOf },
    welcomed: true,
    outbox: [],
  };
}
