import { createHash } from 'node:crypto';
import { foldText, wordsOf } from '#domain/values/searchTerms.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import type { DraftOf } from '#ports/documents.ts';
import { termsOf } from './customerTerms.ts';

export const CUSTOMER = 'customer' as const;
/** Raised when terms or index change, so that the next import writes every customer anew. */
const SCHEMA = 1;
const LONGEST_KEY = 80;

/** The partition of a country; none outgrows what one partition of a store may hold. */
export function partitionOf(country: string): string {
  return `customers/${country}`;
}

/**
 * The ids under which a customer may stand within its country, the one that counts first; the others are weaker ones
 * of a time when less was known of it.
 */
export function idsOf(facts: CustomerFacts): [string, ...string[]] {
  const address = [facts.name, ...facts.addressLines, facts.city ?? '', facts.country];
  const text = address.map((part) => foldText(part).replace(/\s+/g, ' ').trim()).join('\n');
  const byName = `n${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  const byAccount = facts.microsoftAccountId && `m${facts.microsoftAccountId.toLowerCase()}`;
  const byDuns = facts.duns && `d${facts.duns}`;
  const [first, ...weaker] = [byDuns, byAccount, byName].filter((id) => id !== undefined && id !== '');
  return [first ?? byName, ...weaker.filter((id) => id !== undefined)];
}

/** Where the entry with this id stands; undefined for what can be no id. */
export function placeOfId(id: string): { partition: string; documentId: string } | undefined {
  const [, country, documentId] = /^([A-Z]{2}):([dmn].{1,150})$/s.exec(id) ?? [];
  return country && documentId ? { partition: partitionOf(country), documentId } : undefined;
}

/** The document of a customer; its fields stand in one order, so that the same facts are the same text. */
export function customerDraft(documentId: string, facts: CustomerFacts): DraftOf<'customer'> {
  const { name, addressLines, city, state, postalCode, country, duns, microsoftAccountId } = facts;
  const first = firstWord(name);
  return {
    partition: partitionOf(country),
    id: documentId,
    kind: CUSTOMER,
    schema: SCHEMA,
    index: { name: nameKey(name), ...(first && { first }) },
    terms: termsOf(facts),
    body: {
      id: `${country}:${documentId}`,
      name,
      addressLines,
      ...(city && { city }),
      ...(state && { state }),
      ...(postalCode && { postalCode }),
      country,
      ...(duns && { duns }),
      ...(microsoftAccountId && { microsoftAccountId }),
    },
  };
}

/** A name as it is compared whole. */
export function nameKey(name: string | readonly string[]): string {
  const words = typeof name === 'string' ? wordsOf(name) : name;
  return words.join(' ').slice(0, LONGEST_KEY);
}

/** The first word of a name that is long enough to be misspelt. */
function firstWord(name: string): string | undefined {
  return wordsOf(name).find((word) => word.length >= 4);
}
