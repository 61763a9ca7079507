import { addressesOf, addressOf, type PersonRecord } from '#app/contact/contactRecord.ts';
import { peopleAt, peopleNamed, personOfAccount } from '#app/contact/knownPeople.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { memberDocumentId, membershipOf } from './member.ts';

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
  const { tenantId } = query;
  if ('accountId' in query) {
    const found = await personOfAccount(deps, organization, { accountId: query.accountId, tenantId });
    return found ? [await colleagueOf(deps, organization, found)] : [];
  }
  const text = query.text.trim();
  if (text.includes('@')) return byAddress(deps, organization, text.toLowerCase());
  const people = (await peopleNamed(deps, organization, text)).slice(0, MOST);
  return Promise.all(people.map((person) => colleagueOf(deps, organization, person)));
}

async function byAddress(
  deps: { store: DocumentStore },
  organization: Organization,
  address: string,
): Promise<Colleague[]> {
  const found = (await peopleAt(deps, organization, address)).slice(0, MOST);
  if (found.length > 0) return Promise.all(found.map((person) => colleagueOf(deps, organization, person)));
  // In trial mode nobody is listed, and whoever has an address may be meant.
  const listed = organization.open
    ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
    : await deps.store.read<'member'>(organization.id, memberDocumentId(address));
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
    email: addressesOf(profile)[0],
    person,
    member: await membershipOf(deps, organization, person),
    installed: addressOf(person) !== undefined,
  };
}

/**
 * What can be said of somebody who is known by address only: `uma.berg@…` is Uma Berg. A channel shows who has a deal
 * in hand, so an address must not stand in the place of a name.
 */
export function nameFrom(address: string): string {
  const words = (address.split('@')[0] ?? address).split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || address;
}
