import { namesCountry } from '#domain/values/countries.ts';
import { isUnspaced, lettersIn, wordTerms } from '#domain/values/searchTerms.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import type { DocumentStore, ListQuery } from '#ports/documents.ts';
import { CUSTOMER, nameKey, partitionOf } from './customerDocument.ts';
import { beginningTerm, pairTerms } from './customerTerms.ts';
import { fits, ranked } from './ranking.ts';

/** So many of what fits are looked at; where more do, the best are asked for by themselves. */
const LOOKED_AT = 40;

type Narrowing = Pick<ListQuery, 'terms' | 'where'>;

/** Customers of a country that fit all words, the best first. */
export async function findIn(
  store: DocumentStore,
  country: string,
  words: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  const strictly = await fitting(store, country, words, words, limit);
  if (strictly.length >= limit) return ranked(words, strictly).slice(0, limit);
  // The country is no term of its customers: words that name it only choose the partition.
  const others = words.filter((word) => !namesCountry(word, country));
  const loosely =
    others.length > 0 && others.length < words.length
      ? await fitting(store, country, words, others, limit)
      : [];
  return ranked(words, distinct([...strictly, ...loosely])).slice(0, limit);
}

/** Customers of a country whose whole name stands in the words, beside nothing but their place. */
export async function namedIn(
  store: DocumentStore,
  country: string,
  words: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  const found = await listEntries(store, country, { where: { name: namesWithin(words) } }, limit);
  return found.filter((entry) => fits(words, entry));
}

async function fitting(
  store: DocumentStore,
  country: string,
  words: readonly string[],
  required: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  const found: CustomerEntry[] = [];
  for (const terms of waysToAsk(required)) {
    if (found.length >= limit) break;
    const some = await listEntries(store, country, { terms }, LOOKED_AT);
    found.push(...some);
    // The order of the store says nothing of how well they fit.
    if (some.length >= LOOKED_AT) found.push(...(await best(store, country, required, terms, limit)));
  }
  return distinct(found).filter((entry) => fits(words, entry));
}

/**
 * The terms to look up, all of each set. Words of less than three letters have terms as whole words only (3M, BP);
 * as beginnings they are recognized at the beginning of the name, and beside longer words wherever those find them.
 */
function waysToAsk(words: readonly string[]): string[][] {
  const long = words.filter((word) => isUnspaced(word) || lettersIn(word) >= 3);
  const short = words.filter((word) => !long.includes(word));
  // The rarest first, as far as one can tell: the store begins with the first of several that are all common.
  const terms = [
    ...pairTerms(long),
    ...long.flatMap(wordTerms).sort((one, other) => other.length - one.length),
  ];
  if (short.length === 0) return [terms];
  const ways = [
    [...terms, ...short],
    ...short.map((word) => [...terms, ...short.filter((one) => one !== word), beginningTerm(word)]),
  ];
  return long.length > 0 ? [...ways, terms] : ways;
}

async function best(
  store: DocumentStore,
  country: string,
  words: readonly string[],
  terms: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  const exact = await listEntries(store, country, { where: { name: namesWithin(words) }, terms }, limit);
  const beginning = await Promise.all(
    words.map((word) => listEntries(store, country, { terms: [beginningTerm(word), ...terms] }, LOOKED_AT)),
  );
  return [...exact, ...beginning.flat()];
}

/** Every name that words typed before or after a place can be. */
function namesWithin(words: readonly string[]): string[] {
  return words.flatMap((_, at) => [nameKey(words.slice(at)), nameKey(words.slice(0, at + 1))]);
}

/** The entries of a country that a store's query yields. */
export async function listEntries(
  store: DocumentStore,
  country: string,
  narrowing: Narrowing,
  limit: number,
): Promise<CustomerEntry[]> {
  const query = { partition: partitionOf(country), kind: CUSTOMER, ...narrowing, limit };
  const { documents } = await store.list(query);
  return documents.map(({ body }) => body);
}

/** Without repeats. */
export function distinct(entries: readonly CustomerEntry[]): CustomerEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
