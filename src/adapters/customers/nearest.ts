import { distance } from 'fastest-levenshtein';
import { namesCountry } from '#domain/values/countries.ts';
import { isUnspaced, lettersIn, storedWords, wordTerms } from '#domain/values/searchTerms.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { pairTerms, placeWords } from './customerTerms.ts';
import { distinct, listEntries } from './finding.ts';
import { orderKey } from './ranking.ts';
import { skeleton, slips } from './skeleton.ts';

/** So many candidates are taken from each way of looking. */
const CANDIDATES = 40;

/** A customer and how far its words are from those that are sought, the less the nearer. */
export interface NearEntry {
  entry: CustomerEntry;
  distance: number;
}

/** Customers near to all words, and those that have the right ones while nothing comes near to the others. */
export interface Nearest {
  near: NearEntry[];
  partly: CustomerEntry[];
}

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
  { limit, thoroughly, partly }: { limit: number; thoroughly: boolean; partly: boolean },
): Promise<Nearest> {
  const sought = words.filter((word) => /\p{L}/u.test(word) && !namesCountry(word, country) && isLong(word));
  if (sought.length === 0) return { near: [], partly: [] };
  // Of one word alone it is known that nothing has it.
  const there = await Promise.all(
    sought.map(
      async (word) =>
        sought.length > 1 && (await listEntries(store, country, { terms: wordTerms(word) }, 1)).length > 0,
    ),
  );
  const right = sought.filter((_, at) => there[at]);
  const wrong = sought.filter((_, at) => !there[at]);
  const found =
    wrong.length === 0
      ? await allButOne(store, country, sought)
      : await beside(store, country, right, wrong, thoroughly);
  const near = byDistance(sought, distinct(found)).slice(0, limit);
  if (!partly || near.length > 0 || right.length === 0 || wrong.length === 0) return { near, partly: [] };
  const some = await listEntries(store, country, { terms: termsOf(right) }, CANDIDATES);
  const partlyNear = byDistance(sought, some).map(({ entry }) => entry);
  return { near, partly: partlyNear.slice(0, limit) };
}

/**
 * Whether a country may have anything near: a customer of whom a word begins or sounds like `any` of them or, to do
 * better than what was found elsewhere, like `all`. One question to the store, where the search itself asks many.
 */
export async function mayBeNear(
  store: DocumentStore,
  country: string,
  words: readonly string[],
  which: 'any' | 'all',
): Promise<boolean> {
  const groups = words.filter(isLong).map((word) => {
    if (isUnspaced(word)) return wordTerms(word);
    return [skeleton(word), [...word].slice(0, 3).join('')].filter((term) => term !== undefined);
  });
  if (groups.length === 0) return false;
  const terms = which === 'all' ? groups : [groups.flat()];
  return (await listEntries(store, country, { terms }, 1)).length > 0;
}

function isLong(word: string): boolean {
  return isUnspaced(word) || lettersIn(word) >= 3;
}

/** Each word is there, only never all together: what has all but one, or else what has one. */
async function allButOne(
  store: DocumentStore,
  country: string,
  words: readonly string[],
): Promise<CustomerEntry[]> {
  const without = words.map((left) => words.filter((word) => word !== left));
  const alone = words.map((word) => [word]);
  for (const some of [without, alone]) {
    const found = await Promise.all(
      some
        .filter(({ length }) => length > 0)
        .map((others) => listEntries(store, country, { terms: termsOf(others) }, CANDIDATES)),
    );
    if (found.some(({ length }) => length > 0)) return found.flat();
  }
  return [];
}

async function beside(
  store: DocumentStore,
  country: string,
  right: readonly string[],
  wrong: readonly string[],
  thoroughly: boolean,
): Promise<CustomerEntry[]> {
  // With the words that are right, then without: the place may be another one.
  for (const others of right.length > 0 ? [termsOf(right), []] : [[]]) {
    const found: CustomerEntry[] = [];
    const look = async (narrowing: { terms: string[]; where?: { first: string[] } }) => {
      found.push(...(await listEntries(store, country, narrowing, CANDIDATES)));
    };
    for (const word of wrong) {
      const key = skeleton(word);
      if (key) await look({ terms: [key, ...others] });
      const same = await longestBeginning(store, country, word, others);
      if (same) await look({ terms: [same, ...others] });
    }
    // Dear, so only where all else failed.
    const isFound = (word: string) => found.some((entry) => isNear(word, allWords(entry)));
    // Dear, so only for words to which nothing else came near.
    for (const word of thoroughly ? wrong.filter((one) => !isFound(one)) : []) {
      await look({ where: { first: slips(word) }, terms: others });
    }
    if (wrong.some(isFound) && byDistance([...right, ...wrong], found).length > 0) return found;
  }
  return [];
}

/** The longest beginning of a word which anything has, from three letters on. What has it has all shorter ones. */
async function longestBeginning(
  store: DocumentStore,
  country: string,
  word: string,
  others: readonly string[],
): Promise<string | undefined> {
  const letters = [...word].slice(0, 10);
  const terms = isUnspaced(word)
    ? wordTerms(word).slice(0, 1)
    : letters.slice(2).map((_, more) => letters.slice(0, 3 + more).join(''));
  let [known, beyond] = [-1, terms.length];
  // The first is asked first: mostly there is nothing at all.
  for (let at = 0; beyond - known > 1; at = Math.floor((known + beyond) / 2)) {
    const found = await listEntries(store, country, { terms: [terms[at] ?? '', ...others] }, 1);
    if (found.length > 0) known = at;
    else beyond = at;
  }
  return terms[known];
}

/** Those of which at least one word of the name comes near, the nearest first. */
function byDistance(words: readonly string[], entries: readonly CustomerEntry[]): NearEntry[] {
  return entries
    .filter((entry) => words.some((word) => isNear(word, storedWords(entry.name))))
    .map((entry) => {
      const all = allWords(entry);
      return { entry, sum: words.reduce((sum, word) => sum + away(word, all), 0), key: orderKey(entry) };
    })
    .sort((one, other) => one.sum - other.sum || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ entry, sum }) => ({ entry, distance: sum }));
}

function allWords(entry: CustomerEntry): string[] {
  return [...storedWords(entry.name), ...placeWords(entry)];
}

/** In three letters one may be wrong. */
function isNear(word: string, some: readonly string[]): boolean {
  return isUnspaced(word)
    ? some.some((one) => wordTerms(word).some((pair) => one.includes(pair)))
    : away(word, some) <= Math.max(1, Math.floor(word.length / 3));
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
