import { addressesOf, type PersonRecord } from '#app/contact/contactRecord.ts';
import { type Audited, auditDue } from '#app/store/audit.ts';
import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { plusHours } from '#domain/values/instant.ts';
import { searchTerms } from '#domain/values/searchTerms.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';
import type { MemberEntry, Organization } from '#ports/organizations.ts';
import type { Removal } from './fileOverlay.ts';
import type { Handover } from './handover.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    member: MemberRecord;
  }
}

/** What is left to do for a member: hand over the deals of one who was removed, then say that it is done. */
export type MemberEvent = 'member.handover' | 'member.report';

/** A member of an organization, by e-mail. */
export interface MemberRecord extends MemberEntry, Audited {
  /** As it was known when the member was added by card. */
  name?: string | undefined;
  /** The entry of the organizations file it was last taken from, as text; absent for one made by card. */
  fileEntry?: string | undefined;
  /** Removed by card: no member any more, and not again before the file's entry changes. */
  removed?: Removal | undefined;
  handover?: Handover | undefined;
  outbox?: OutboxEvent<MemberEvent>[] | undefined;
}

/** Who is a member, in the index: removed ones have no role. */
export const presentRoles = ['referrals-admin', 'referrals-user'] as const;

/** Shape of a member's document; older ones are brought up to it at start. */
export const MEMBER_SCHEMA = 2;

const KEPT_HOURS = 30 * 24;

/** The id of a member's document in the organization's partition; case of the e-mail does not matter. */
export function memberDocumentId(email: string): string {
  return `member:${email.toLowerCase()}`;
}

/** The term under which the members of a location are found. */
export function memberLocationTerm(mpnId: string): string {
  return `location:${mpnId}`;
}

/** Members are found by what stands before the @ of their address, and by their name where it was given. */
function memberNameTerms({ email, name = '' }: MemberRecord): string[] {
  const [local = ''] = email.split('@');
  return searchTerms([local, name]).map((term) => `name:${term}`);
}

/** The document of a member in the organization's partition. */
export function memberDraft(
  organization: string,
  record: MemberRecord,
  lease?: Lease | undefined,
): DraftOf<'member'> {
  const places = record.locations === 'all' ? [] : record.locations;
  return {
    partition: organization,
    id: memberDocumentId(record.email),
    kind: 'member',
    schema: MEMBER_SCHEMA,
    dueAt: nextDue(record.outbox ?? [], [auditDue(record)], lease),
    lease,
    // A removed one whom the file never listed need not be remembered: nothing would bring it back.
    expiresAt:
      record.removed && record.fileEntry === undefined ? plusHours(record.removed.at, KEPT_HOURS) : undefined,
    index: { role: record.removed ? 'none' : record.role },
    terms: record.removed ? [] : [...places.map(memberLocationTerm), ...memberNameTerms(record)],
    body: record,
  };
}

/** Role and locations as they are kept of what administrators did: `referrals-user: 1234567, 7654321`. */
export function standingText({ role, locations }: Pick<MemberEntry, 'role' | 'locations'>): string {
  return `${role}: ${locations === 'all' ? 'all' : locations.join(', ')}`;
}

/** A member who is one: in the store and not removed by card. */
export async function readMember(
  deps: { store: DocumentStore },
  organization: string,
  email: string,
): Promise<MemberRecord | undefined> {
  const document = await deps.store.read<'member'>(organization, memberDocumentId(email));
  return document?.body.removed ? undefined : document?.body;
}

/** Whether somebody is a guest, gone, or at home in a tenant that is none of the organization's: they never have rights. */
export function isOutsider(organization: Organization, { profile }: Pick<PersonRecord, 'profile'>): boolean {
  if (profile.gone) return true;
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
    const member = await readMember(deps, organization.id, address);
    if (member) return { role: member.role, locations: member.locations, addresses };
  }
  return undefined;
}
