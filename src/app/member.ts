import type { Membership } from '../domain/rights.ts';
import type { DocumentDraft, DocumentStore } from '../ports/documents.ts';
import type { MemberEntry, Organization } from '../ports/organizations.ts';
import { addressesOf, type PersonRecord } from './contactRecord.ts';

/** A member of an organization, by e-mail. */
export interface MemberRecord extends MemberEntry {
  /** The entry of the organizations file it was last taken from, as text; absent for one made by card. */
  fileEntry?: string | undefined;
}

/** The id of a member's document in the organization's partition; case of the e-mail does not matter. */
export function memberDocumentId(email: string): string {
  return `member:${email.toLowerCase()}`;
}

/** The document of a member in the organization's partition. */
export function memberDraft(organization: string, record: MemberRecord): DocumentDraft<MemberRecord> {
  return {
    partition: organization,
    id: memberDocumentId(record.email),
    kind: 'member',
    schema: 1,
    index: { role: record.role },
    body: record,
  };
}

/** Whether somebody is a guest, or at home in a tenant that is none of the organization's: they never have rights. */
export function isOutsider(organization: Organization, { profile }: Pick<PersonRecord, 'profile'>): boolean {
  if (profile.guest || organization.open || profile.homeTenantId === undefined) return profile.guest;
  return !organization.tenantIds.includes(profile.homeTenantId);
}

/**
 * What a person is in an organization, or undefined for someone without rights: unlisted people, guests and people
 * whose account is at home in a tenant that is not the organization's. In trial mode everyone else is an admin.
 */
export async function membershipOf(
  deps: { store: DocumentStore },
  organization: Organization,
  person: Pick<PersonRecord, 'profile'>,
): Promise<Membership | undefined> {
  const addresses = addressesOf(person.profile);
  if (isOutsider(organization, person)) return undefined;
  if (organization.open) return { role: 'referrals-admin', locations: 'all', addresses };
  for (const address of addresses) {
    const document = await deps.store.read<MemberRecord>(organization.id, memberDocumentId(address));
    if (document) return { role: document.body.role, locations: document.body.locations, addresses };
  }
  return undefined;
}
