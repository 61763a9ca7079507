import { isUnspaced, lettersIn, searchTerms, storedWords } from '#domain/values/searchTerms.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import { skeleton } from './skeleton.ts';

const nameBeginningLengths = [2, 3, 6];
/** How legal forms and articles begin: in so many names that a pair with another word says no more than that word. */
const formal = new Set('ltd llc llp plc gmb inc srl sas pty the and und ооо оао зао пао'.split(' '));
/** More words than this has no name that people search by; it bounds the pairs. */
const MOST_NAME_WORDS = 12;
const MOST_PLACE_WORDS = 8;

/**
 * What a customer is found by: the beginnings of the words of name and place; the beginning of the name itself; pairs
 * of beginnings, because two words that are each common (a company of a large group, a large city) are together rare;
 * numbers whole; and what is left of each word of the name when it is misspelt. Some thirty to fifty terms.
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

/** The term of names that begin with a word; the word's own term beside it tells apart what this one does not. */
export function beginningTerm(word: string): string {
  const letters = [...word];
  const most = isUnspaced(word) ? 2 : (nameBeginningLengths.findLast((one) => one <= letters.length) ?? 1);
  return `^${letters.slice(0, most).join('')}`;
}

function nameBeginnings(word: string): string[] {
  const letters = [...word];
  if (isUnspaced(word)) return [1, 2].map((count) => `^${letters.slice(0, count).join('')}`);
  return nameBeginningLengths
    .filter((count) => count <= letters.length)
    .map((count) => `^${letters.slice(0, count).join('')}`);
}

/** For every two words their beginnings together. Numbers are rare by themselves. */
export function pairTerms(words: readonly string[]): string[] {
  const heads = words
    .filter((word) => !isUnspaced(word) && lettersIn(word) >= 3 && !/^\p{N}/u.test(word))
    .map((word) => [...word].slice(0, 3).join(''));
  const distinct = [...new Set(heads)].sort();
  return distinct.flatMap((one, at) =>
    distinct
      .slice(at + 1)
      .filter((other) => formal.has(one) === formal.has(other))
      .map((other) => `${one}+${other}`),
  );
}
