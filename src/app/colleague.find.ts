import type { Membership } from '../domain/rights.ts';
import { beginsWords, wordsOf } from '../domain/searchTerms.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Organization } from '../ports/organizations.ts';
import {
  addressesOf,
  addressOf,
  addressTerm,
  nameTerms,
  type PersonRecord,
  personDocumentId,
} from './contactRecord.ts';
import { type MemberRecord, memberDocumentId, membershipOf } from './member.ts';

/** Somebody of the own organization, as far as the bot knows them. */
export interface Colleague {
  name: string;
  /** Lower case; absent for somebody of whom Teams told no address. */
  email?: string | undefined;
  /** Absent for a member whom the bot has never met. */
  person?: PersonRecord | undefined;
  /** Absent for people without rights, and for guests. */
  member: Membership | undefined;
  /** Whether the bot can write to them. */
  installed: boolean;
}

/** Who is looked for: an account as a people picker gives it, or what somebody typed. */
export type ColleagueQuery = { accountId: string } | { text: string };

const MOST = 6;

/**
 * The colleagues who are meant: exactly one by account or address; by name everybody in whose name each typed word
 * begins a word, six at most. Empty where nobody is known so.
 */
export async function findColleagues(
  deps: { store: DocumentStore },
  organization: Organization,
  query: ColleagueQuery & { tenantId: string },
): Promise<Colleague[]> {
  const { id } = organization;
  if ('accountId' in query) {
    const account = accountOf(query.accountId);
    for (const tenant of new Set([query.tenantId, ...organization.tenantIds])) {
      const found = await deps.store.read<PersonRecord>(id, personDocumentId(`${tenant}:${account}`));
      if (found) return [await colleagueOf(deps, organization, found.body)];
    }
    return [];
  }
  const text = query.text.trim();
  if (text.includes('@')) return byAddress(deps, organization, text.toLowerCase());
  const terms = nameTerms(text);
  if (terms.length === 0) return [];
  const page = await deps.store.list<PersonRecord>({ partition: id, kind: 'person', terms, limit: 50 });
  const words = wordsOf(text);
  const people = page.documents.filter(({ body }) => beginsWords(words, [body.profile.name]));
  const colleagues = await Promise.all(
    people.slice(0, MOST).map(({ body }) => colleagueOf(deps, organization, body)),
  );
  // A full name names one, even where it begins others.
  const exact = colleagues.filter(({ name }) => wordsOf(name).join(' ') === words.join(' '));
  return exact.length > 0 ? exact : colleagues;
}

async function byAddress(
  deps: { store: DocumentStore },
  organization: Organization,
  address: string,
): Promise<Colleague[]> {
  const found: StoredDocument<PersonRecord>[] = (
    await deps.store.list<PersonRecord>({
      partition: organization.id,
      kind: 'person',
      terms: [addressTerm(address)],
      limit: MOST,
    })
  ).documents.filter(({ body }) => addressesOf(body.profile).includes(address));
  if (found.length > 0) return Promise.all(found.map(({ body }) => colleagueOf(deps, organization, body)));
  // In trial mode nobody is listed, and whoever has an address may be meant.
  const listed = organization.open
    ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
    : await deps.store.read<MemberRecord>(organization.id, memberDocumentId(address));
  const profile = { name: '', email: address, guest: false, asOf: '' };
  const membership = listed ? await membershipOf(deps, organization, { profile }) : undefined;
  if (!membership) return [];
  return [{ name: nameFrom(address), email: address, member: membership, installed: false }];
}

async function colleagueOf(
  deps: { store: DocumentStore },
  organization: Organization,
  person: PersonRecord,
): Promise<Colleague> {
  const { profile } = person;
  return {
    name: profile.name,
    email: (profile.email ?? profile.userPrincipalName)?.toLowerCase(),
    person,
    member: await membershipOf(deps, organization, person),
    installed: addressOf(person) !== undefined,
  };
}

/** A people picker may give the account with the prefix of a Teams id. */
function accountOf(picked: string): string {
  return picked
    .trim()
    .replace(/^8:orgid:/i, '')
    .toLowerCase();
}

/** What can be said of somebody who is known by address only: `uma.berg@…` is Uma Berg. */
function nameFrom(address: string): string {
  const words = (address.split('@')[0] ?? address).split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || address;
}
