import { namesCountry } from '#domain/values/countries.ts';
import { isUnspaced, lettersIn, storedWords, wordsOf, wordTerms } from '#domain/values/searchTerms.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { simplified, waysToWrite } from './chinese.ts';
import { placeWords } from './customerTerms.ts';
import { listEntries } from './finding.ts';
import { orderKey } from './ranking.ts';
import { isForm, sameName, spellingsOf } from './sameWords.ts';

/** So many of what may fit are looked at. */
const LOOKED_AT = 40;

/** What is typed as it is looked up where names are written another way. */
export interface OtherWriting {
  /** As `sameName` makes them. */
  words: readonly string[];
  /** Of each group a customer has at least one. */
  terms: readonly (readonly string[])[];
}

/**
 * How else a text may be written: legal forms and abbreviations in full or short, *and* as word or sign, Chinese
 * simplified or traditional, Japanese forms glued on. Undefined where there is no other way, or nothing to look up.
 */
export function otherWriting(text: string, most: number): OtherWriting | undefined {
  const words = [...new Set(sameName(text))].slice(0, most);
  const telling = words.filter((word) => !isForm(word));
  const terms = telling.flatMap(termsOf);
  if (terms.length === 0) return undefined;
  const narrowing = words.filter((word) => isForm(word) && spellingsOf(word).length > 1).flatMap(termsOf);
  const asTyped = words.join(' ') === wordsOf(text).join(' ');
  const oneWay = terms.every(({ length }) => length === 1) && !words.some(isForm);
  if (asTyped && oneWay) return undefined;
  return { words, terms: [...terms, ...narrowing] };
}

/** Customers of a country whose name and place are what is typed, written another way; the same names first. */
export async function findSameIn(
  store: DocumentStore,
  country: string,
  { words, terms }: OtherWriting,
): Promise<CustomerEntry[]> {
  const found = await listEntries(store, country, { terms }, LOOKED_AT);
  const whole = words.join(' ');
  return found
    .filter((entry) => fitsSame(words, entry))
    .map((entry) => ({ entry, same: sameName(entry.name).join(' ') === whole, key: orderKey(entry) }))
    .sort((one, other) => Number(other.same) - Number(one.same) || (one.key < other.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function fitsSame(words: readonly string[], entry: CustomerEntry): boolean {
  const there = [...sameName(entry.name), ...storedWords(entry.name), ...placeWords(entry)].map(simplified);
  return words.every(
    (word) =>
      namesCountry(word, entry.country) ||
      there.some((one) => (isUnspaced(word) ? one.includes(word) : one.startsWith(word))),
  );
}

/** A word of less than three letters has no term but itself, so it is looked up only where it stands for a longer one. */
function termsOf(word: string): string[][] {
  if (isUnspaced(word)) return wordTerms(word).map(waysToWrite);
  const spellings = spellingsOf(word);
  if (spellings.length === 1 && lettersIn(word) < 3) return [];
  return [[...new Set(spellings.flatMap(wordTerms))]];
}
