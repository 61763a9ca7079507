import { allDocuments } from '#app/store/allDocuments.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { addressTerm, nameTerms, type PersonRecord, personDocumentId } from './contactRecord.ts';

const MOST_LOOKED_AT = 50;

/** An account as a people picker posts it, and the tenant that is tried first. */
export interface Account {
  /** Directory id; its case and the prefix of a Teams id do not matter. */
  accountId: string;
  tenantId: string;
}

/** The person of an account in one of the organization's tenants, guests included; undefined for one never met. */
export async function personOfAccount(
  deps: { store: DocumentStore },
  organization: Organization,
  { accountId, tenantId }: Account,
): Promise<PersonRecord | undefined> {
  const account = accountId
    .trim()
    .replace(/^8:orgid:/i, '')
    .toLowerCase();
  for (const tenant of new Set([tenantId, ...organization.tenantIds])) {
    const id = personDocumentId(`${tenant}:${account}`);
    const found = await deps.store.read<'person'>(organization.id, id);
    if (found) return found.body;
  }
  return undefined;
}

/** The people whom the bot knows under an address, guests included. */
export async function peopleAt(
  deps: { store: DocumentStore },
  organization: Organization,
  address: string,
): Promise<PersonRecord[]> {
  const documents = await allDocuments<'person'>(deps.store, {
    partition: organization.id,
    kind: 'person',
    terms: [addressTerm(address)],
  });
  return documents.map(({ body }) => body);
}

/**
 * The people in whose name each typed word begins a word, of the first fifty, guests included. A full name names one,
 * even where it begins others.
 */
export async function peopleNamed(
  deps: { store: DocumentStore },
  organization: Organization,
  text: string,
): Promise<PersonRecord[]> {
  const terms = nameTerms(text);
  if (terms.length === 0) return [];
  const { documents } = await deps.store.list<'person'>({
    partition: organization.id,
    kind: 'person',
    terms,
    limit: MOST_LOOKED_AT,
  });
  const words = wordsOf(text);
  const people = documents
    .map(({ body }) => body)
    .filter(({ profile }) => beginsWords(words, [profile.name]));
  const exact = people.filter(({ profile }) => wordsOf(profile.name).join(' ') === words.join(' '));
  return exact.length > 0 ? exact : people;
}
