import { namesCountry } from '#domain/values/countries.ts';
import { wordsOf } from '#domain/values/searchTerms.ts';
import type { CustomerEntry, CustomerMatches, CustomerQuery } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { countriesOf } from './countryList.ts';
import { accountTerm } from './customerTerms.ts';
import { distinct, findIn, listEntries, namedIn } from './finding.ts';
import { findSameIn, otherWriting } from './findingSame.ts';
import { mayBeNear, type NearEntry, nearestIn } from './nearest.ts';
import { ranked } from './ranking.ts';

/** More words than this narrow nothing down. */
const MOST_WORDS = 8;
/** Countries asked at once: few where the first may do, and never so many that a store over the network is flooded. */
const AT_ONCE = [2, 4, 8];
/** Slips for each word; what is nearer than that is what was meant, and no other country needs to be asked. */
const NEAR_ENOUGH = 2;
/** Where something far off was found, so many more countries that may have something nearer are searched for it. */
const MOST_TO_BEAT = 3;

/**
 * Customers by words of name and place in any order (CR-18): the preferred country's first, then those of countries
 * that the text names, then of the others in the order of their codes until there are enough; then those that are
 * written another way; where nothing fits the nearest names of all countries. What it costs follows the number of countries and of results, not of customers.
 */
export async function searchCustomers(store: DocumentStore, query: CustomerQuery): Promise<CustomerMatches> {
  const words = readWords(query.text);
  if (words.length === 0) return { kind: 'matches', customers: [] };
  const groups = groupsOf(await countriesOf(store), query, words);
  const number = readWords(withWholeNumbers(query.text));
  const ways = [
    () => byAccount(store, groups.flat(), query),
    ...(number.join(' ') === words.join(' ') ? [] : [() => byWords(store, groups, number, query.limit)]),
    async () =>
      joined(
        await byWords(store, groups, words, query.limit),
        (most) => byOtherWriting(store, groups, { ...query, limit: most }),
        query.limit,
      ),
  ];
  for (const way of ways) {
    const customers = await way();
    if (customers.length > 0) return { kind: 'matches', customers };
  }
  return { kind: 'nearest', customers: await nearest(store, groups.flat(), words, query.limit) };
}

function readWords(text: string): string[] {
  return [...new Set(wordsOf(text))].slice(0, MOST_WORDS);
}

/** A D-U-N-S number is written 12-345-6789 too, and some say what it is. A postal code may look the same. */
function withWholeNumbers(text: string): string {
  return text
    .replace(/\bd[-.]?u[-.]?n[-.]?s\b[.:]?(?=.*\d)/gi, ' ')
    .replace(/(?<!\d)\d(?:[- .]?\d){8}(?!\d)/g, (number) => number.replace(/\D/g, ''));
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
): Promise<CustomerEntry[]> {
  const term = /^\S*\d\S{5,}$/.test(text.trim()) ? accountTerm(text.trim()) : undefined;
  if (term === undefined) return [];
  return each(countries, limit, (country) => listEntries(store, country, { terms: [term] }, limit));
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

/** Where there is not enough, what else there is, without repeats. */
async function joined(
  found: readonly CustomerEntry[],
  more: (most: number) => Promise<CustomerEntry[]>,
  limit: number,
): Promise<CustomerEntry[]> {
  const others = found.length < limit ? await more(limit) : [];
  return distinct([...found, ...others]).slice(0, limit);
}

async function byOtherWriting(
  store: DocumentStore,
  groups: readonly string[][],
  { text, limit }: CustomerQuery,
): Promise<CustomerEntry[]> {
  const other = otherWriting(text, MOST_WORDS);
  return other === undefined
    ? []
    : each(groups.flat(), limit, (country) => findSameIn(store, country, other));
}

/** The nearest names of all countries, in their order; the first one that is near enough ends the search. */
async function nearest(
  store: DocumentStore,
  countries: readonly string[],
  words: readonly string[],
  limit: number,
): Promise<CustomerEntry[]> {
  let partly: CustomerEntry[] = [];
  let near: NearEntry[] = [];
  let left = MOST_TO_BEAT;
  const isAsked = (country: string) =>
    country === countries[0] || mayBeNear(store, country, words, near.length > 0 ? 'all' : 'any');
  for await (const country of chosen(countries, isAsked)) {
    const how = { limit, thoroughly: country === countries[0], partly: partly.length === 0 };
    const found = await nearestIn(store, country, words, how);
    if (near.length > 0) left--;
    near = [...near, ...found.near];
    if (left === 0 || found.near.some(({ distance }) => distance <= NEAR_ENOUGH * words.length)) break;
    partly = partly.length > 0 ? partly : found.partly;
  }
  const best = near.sort((one, other) => one.distance - other.distance).map(({ entry }) => entry);
  return (best.length > 0 ? best : partly).slice(0, limit);
}

/** The countries of which a question is answered with yes, in their order; some are asked at once. */
async function* chosen(
  countries: readonly string[],
  isAsked: (country: string) => boolean | Promise<boolean>,
): AsyncGenerator<string> {
  let rest = countries;
  for (let count = 1; rest.length > 0; count = Math.min(2 * count, 8)) {
    const some = rest.slice(0, count);
    const answers = await Promise.all(some.map(isAsked));
    yield* some.filter((_, at) => answers[at]);
    rest = rest.slice(count);
  }
}

/** What the countries have, in their order, asked some at once until there is enough. */
async function each(
  countries: readonly string[],
  enough: number,
  find: (country: string) => Promise<CustomerEntry[]>,
): Promise<CustomerEntry[]> {
  const found: CustomerEntry[] = [];
  let rest = countries;
  for (let round = 0; rest.length > 0 && found.length < enough; round++) {
    const count = AT_ONCE[Math.min(round, AT_ONCE.length - 1)] ?? 1;
    found.push(...(await Promise.all(rest.slice(0, count).map(find))).flat());
    rest = rest.slice(count);
  }
  return found;
}
