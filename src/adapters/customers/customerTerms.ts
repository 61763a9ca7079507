import { isUnspaced, lettersIn, searchTerms, storedWords } from '../../domain/searchTerms.ts';
import type { CustomerFacts } from '../../ports/customers.ts';
import { skeleton } from './skeleton.ts';

/** More words than this has no name that people search by; it bounds the pairs. */
const MOST_NAME_WORDS = 12;
const MOST_PLACE_WORDS = 8;

/**
 * What a customer is found by: the beginnings of the words of name and place; the beginning of the name itself; pairs
 * of beginnings, because two words that are each common (a company of a large group, a large city) are together rare;
 * numbers whole; and what is left of each word of the name when it is misspelt. Some forty to fifty terms.
 */
export function termsOf(facts: CustomerFacts): string[] {
  const name = storedWords(facts.name).slice(0, MOST_NAME_WORDS);
  const place = placeWords(facts).slice(0, MOST_PLACE_WORDS);
  const words = [...new Set([...name, ...place])];
  const numbers = [facts.duns, accountTerm(facts.microsoftAccountId)].filter((one) => one !== undefined);
  return [
    ...new Set([
      ...searchTerms([facts.name, facts.city ?? '', facts.state ?? '', facts.postalCode ?? '']),
      ...nameBeginnings(name[0] ?? ''),
      ...pairTerms(words),
      ...name.map(skeleton).filter((one) => one !== undefined),
      ...numbers,
    ]),
  ];
}

/** The words of the place as they are stored. */
export function placeWords({
  city = '',
  state = '',
  postalCode = '',
}: Pick<CustomerFacts, 'city' | 'state' | 'postalCode'>): string[] {
  return [...new Set([city, state, postalCode].flatMap(storedWords))];
}

/** The term of a Microsoft account id, which is an odd text and found whole only. */
export function accountTerm(id: string | undefined): string | undefined {
  return id === undefined || id === '' ? undefined : `id:${id.toLowerCase()}`;
}

/** The term of names that begin with a word; what is longer than the term is told apart by the word's own. */
export function beginningTerm(word: string): string {
  return `^${[...word].slice(0, isUnspaced(word) ? 2 : 6).join('')}`;
}

function nameBeginnings(word: string): string[] {
  const letters = [...word];
  if (isUnspaced(word)) return [1, 2].map((count) => `^${letters.slice(0, count).join('')}`);
  return [2, 3, 4, 5, 6]
    .filter((count) => count <= letters.length)
    .map((count) => `^${letters.slice(0, count).join('')}`);
}

/** For every two words their beginnings together. Numbers are rare by themselves. */
export function pairTerms(words: readonly string[]): string[] {
  const heads = words
    .filter((word) => !isUnspaced(word) && lettersIn(word) >= 3 && !/^\p{N}/u.test(word))
    .map((word) => [...word].slice(0, 3).join(''));
  const distinct = [...new Set(heads)].sort();
  return distinct.flatMap((one, at) => distinct.slice(at + 1).map((other) => `${one}+${other}`));
}
