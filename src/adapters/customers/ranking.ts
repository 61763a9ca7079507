import { namesCountry } from '#domain/values/countries.ts';
import { isUnspaced, storedWords, wordsOf } from '#domain/values/searchTerms.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import { nameKey } from './customerDocument.ts';
import { placeWords } from './customerTerms.ts';

/** Whether every word begins one of the name, of the place, or is its country, D-U-N-S number or account. */
export function fits(words: readonly string[], entry: CustomerEntry): boolean {
  const stored = [...storedWords(entry.name), ...placeWords(entry)];
  const account = wordsOf(entry.microsoftAccountId ?? '');
  return words.every(
    (word) =>
      begins(word, stored) ||
      namesCountry(word, entry.country) ||
      word === entry.duns ||
      account.includes(word),
  );
}

/** The entries that fit best first: the exact name, names that begin so, names with all words, the rest. Stable. */
export function ranked(words: readonly string[], entries: readonly CustomerEntry[]): CustomerEntry[] {
  return entries
    .map((entry) => ({ entry, rank: rank(words, entry), key: orderKey(entry) }))
    .sort((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ entry }) => entry);
}

function rank(words: readonly string[], entry: CustomerEntry): number {
  const stored = storedWords(entry.name);
  const inName = words.filter((word) => begins(word, stored));
  const name = nameKey(entry.name);
  // Also a name that holds its city: all words are in it, whatever else they are.
  if (inName.length > 0 && [inName, words].some((some) => nameKey(some) === name)) return 0;
  const head = stored[0] ?? '';
  if (inName.some((word) => head.startsWith(word))) return inName.length === words.length ? 1 : 2;
  return inName.length === words.length ? 3 : 4;
}

/** By name, then place, then id: the same order every time, whatever the store's. */
export function orderKey({ name, city = '', addressLines, id }: CustomerEntry): string {
  return [nameKey(name), nameKey(city), addressLines.join(' '), id].join('\n');
}

function begins(word: string, stored: readonly string[]): boolean {
  return stored.some((one) => (isUnspaced(word) ? one.includes(word) : one.startsWith(word)));
}
