import { distance } from 'fastest-levenshtein';
import { namesCountry } from '../../domain/countries.ts';
import { isUnspaced, lettersIn, storedWords, wordTerms } from '../../domain/searchTerms.ts';
import type { CustomerEntry } from '../../ports/customers.ts';
import type { DocumentStore } from '../../ports/documents.ts';
import { pairTerms, placeWords } from './customerTerms.ts';
import { distinct, listEntries } from './finding.ts';
import { orderKey } from './ranking.ts';
import { skeleton, slips } from './skeleton.ts';

/** So many candidates are taken from each way of looking. */
const CANDIDATES = 40;

/**
 * The nearest names of a country, for words that nothing fits; none where nothing comes near. Candidates share the
 * words that are right, and with one that is wrong its beginning, its consonants, or (`thoroughly`) all but one slip
 * at the beginning of the name. Bounded, so not all is found: a word with a wrong consonant among its first three
 * letters is found as a name's first word only; two slips of that kind are not; nor is the right one among more than
 * forty that share as much. Scripts without spaces have their pairs of characters, but no slips.
 */
export async function nearestIn(
  store: DocumentStore,
  country: string,
  words: readonly string[],
  { limit, thoroughly }: { limit: number; thoroughly: boolean },
): Promise<CustomerEntry[]> {
  const sought = words.filter(
    (word) => !namesCountry(word, country) && lettersIn(word) >= (isUnspaced(word) ? 1 : 3),
  );
  if (sought.length === 0) return [];
  const there = await Promise.all(
    sought.map(async (word) => (await listEntries(store, country, { terms: wordTerms(word) }, 1)).length > 0),
  );
  const right = sought.filter((_, at) => there[at]);
  const wrong = sought.filter((_, at) => !there[at]);
  const found =
    wrong.length === 0
      ? await allButOne(store, country, sought)
      : await beside(store, country, right, wrong, thoroughly);
  return byDistance(sought, distinct(found)).slice(0, limit);
}

/** Each word is there, only never all together: what has all but one. */
async function allButOne(
  store: DocumentStore,
  country: string,
  words: readonly string[],
): Promise<CustomerEntry[]> {
  const found = await Promise.all(
    words.map((left) => {
      const others = words.filter((word) => word !== left);
      return others.length > 0 ? listEntries(store, country, { terms: termsOf(others) }, CANDIDATES) : [];
    }),
  );
  return found.flat();
}

async function beside(
  store: DocumentStore,
  country: string,
  right: readonly string[],
  wrong: readonly string[],
  thoroughly: boolean,
): Promise<CustomerEntry[]> {
  const found: CustomerEntry[] = [];
  // With the words that are right, then without: the place may be another one.
  for (const others of right.length > 0 ? [termsOf(right), []] : [[]]) {
    for (const word of wrong) {
      const key = skeleton(word);
      if (key) found.push(...(await listEntries(store, country, { terms: [key, ...others] }, CANDIDATES)));
      found.push(...(await sameBeginning(store, country, word, others)));
      if (thoroughly && !isUnspaced(word)) {
        const where = { first: slips(word) };
        found.push(...(await listEntries(store, country, { where, terms: others }, CANDIDATES)));
      }
    }
    if (byDistance([...right, ...wrong], found).length > 0) return found;
  }
  return found;
}

/** Those that share the longest beginning of a word which anything has, at least three letters. */
async function sameBeginning(
  store: DocumentStore,
  country: string,
  word: string,
  others: readonly string[],
): Promise<CustomerEntry[]> {
  const terms = isUnspaced(word)
    ? wordTerms(word)
    : [...word]
        .slice(0, 10)
        .flatMap((_, at, letters) => (at < 3 ? [] : [letters.slice(0, at).join('')]))
        .reverse();
  for (const term of terms) {
    const found = await listEntries(store, country, { terms: [term, ...others] }, CANDIDATES);
    if (found.length > 0) return found;
  }
  return [];
}

/** Those of which at least one word of the name comes near, the nearest first. */
function byDistance(words: readonly string[], entries: readonly CustomerEntry[]): CustomerEntry[] {
  return entries
    .map((entry) => {
      const name = storedWords(entry.name);
      const all = [...name, ...placeWords(entry)];
      const near = words.some(
        (word) => isUnspaced(word) || away(word, name) <= Math.max(1, Math.floor(word.length / 3)),
      );
      const sum = words.reduce((total, word) => total + away(word, all), 0);
      return { entry, near, sum, key: orderKey(entry) };
    })
    .filter(({ near }) => near)
    .sort((one, other) => one.sum - other.sum || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ entry }) => entry);
}

/** The distance of a word to the nearest of some, or to its beginning, as it may be unfinished. */
function away(word: string, some: readonly string[]): number {
  return some.reduce(
    (least, one) => Math.min(least, distance(word, one), distance(word, one.slice(0, word.length)) + 0.5),
    word.length,
  );
}

function termsOf(words: readonly string[]): string[] {
  return [...pairTerms(words), ...words.flatMap(wordTerms)];
}
