import { namesCountry } from '../../domain/countries.ts';
import { wordsOf } from '../../domain/searchTerms.ts';
import type { CustomerEntry, CustomerMatches, CustomerQuery } from '../../ports/customers.ts';
import type { DocumentStore } from '../../ports/documents.ts';
import { countriesOf } from './countryList.ts';
import { accountTerm } from './customerTerms.ts';
import { findIn, listEntries, namedIn } from './finding.ts';
import { nearestIn } from './nearest.ts';
import { ranked } from './ranking.ts';

/** More words than this narrow nothing down. */
const MOST_WORDS = 8;
/** Countries asked at once: a store over the network is not flooded. */
const AT_ONCE = 8;
/** In so many countries the nearest names are looked for. */
const MOST_NEAREST = 20;

/**
 * Customers by words of name and place in any order (CR-18): the preferred country's first, then those of countries
 * that the text names, then of the others in the order of their codes until there are enough; where nothing fits the
 * nearest names. What it costs follows the number of countries and of results, not of customers.
 */
export async function searchCustomers(store: DocumentStore, query: CustomerQuery): Promise<CustomerMatches> {
  const text = withoutSigns(query.text);
  const words = [...new Set(wordsOf(text))].slice(0, MOST_WORDS);
  if (words.length === 0) return { kind: 'matches', customers: [] };
  const groups = groupsOf(await countriesOf(store), query, words);
  const found =
    (await byAccount(store, groups.flat(), query)) ?? (await byWords(store, groups, words, query.limit));
  if (found.length > 0) return { kind: 'matches', customers: found };
  return { kind: 'nearest', customers: await nearest(store, groups.flat(), words, query.limit) };
}

/** A D-U-N-S number is written 12-345-6789 too, and some say what it is. */
function withoutSigns(text: string): string {
  return text
    .replace(/\bd[-.]?u[-.]?n[-.]?s\b\.?(?=.*\d)/gi, ' ')
    .replace(/(?<!\d)(\d{2})[- ]?(\d{3})[- ]?(\d{4})(?!\d)/g, '$1$2$3');
}

/** Countries in the order in which they are searched; those within one group are equals. */
function groupsOf(
  present: readonly string[],
  { country, preferredCountry }: CustomerQuery,
  words: readonly string[],
): string[][] {
  if (country !== undefined) return [[country]];
  const others = present.filter((one) => one !== preferredCountry);
  const named = others.filter((one) => words.some((word) => namesCountry(word, one)));
  const preferred = present.filter((one) => one === preferredCountry);
  return [preferred, named, others.filter((one) => !named.includes(one))].filter(({ length }) => length > 0);
}

/** A Microsoft account id is an odd text; only a text without gaps that has a digit can be one. */
async function byAccount(
  store: DocumentStore,
  countries: readonly string[],
  { text, limit }: CustomerQuery,
): Promise<CustomerEntry[] | undefined> {
  const term = /^\S*\d\S*$/.test(text.trim()) ? accountTerm(text.trim()) : undefined;
  if (term === undefined) return undefined;
  const found = await each(countries, limit, (country) =>
    listEntries(store, country, { terms: [term] }, limit),
  );
  return found.length > 0 ? found : undefined;
}

async function byWords(
  store: DocumentStore,
  groups: readonly string[][],
  words: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  const found = new Map<string, CustomerEntry>();
  const take = (entries: readonly CustomerEntry[]) => {
    for (const entry of entries) if (found.size < limit) found.set(entry.id, entry);
  };
  for (const group of groups) {
    if (found.size >= limit) break;
    // The right name in a country far down the list goes before what only resembles it in the first.
    if (group.length > 1)
      take(ranked(words, await each(group, limit, (one) => namedIn(store, one, words, limit))));
    const wanted = limit - found.size;
    if (wanted > 0) take(ranked(words, await each(group, limit, (one) => findIn(store, one, words, limit))));
  }
  return [...found.values()];
}

async function nearest(
  store: DocumentStore,
  countries: readonly string[],
  words: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  for (const [at, country] of countries.slice(0, MOST_NEAREST).entries()) {
    const found = await nearestIn(store, country, words, { limit, thoroughly: at < 3 });
    if (found.length > 0) return found;
  }
  return [];
}

/** What the countries have, in their order, asked some at once until there is enough. */
async function each(
  countries: readonly string[],
  enough: number,
  find: (country: string) => Promise<CustomerEntry[]>,
): Promise<CustomerEntry[]> {
  const found: CustomerEntry[] = [];
  for (let at = 0; at < countries.length && found.length < enough; at += AT_ONCE) {
    found.push(...(await Promise.all(countries.slice(at, at + AT_ONCE).map(find))).flat());
  }
  return found;
}
