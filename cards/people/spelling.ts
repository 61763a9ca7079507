import { plainLetters } from '#domain/values/searchTerms.ts';

/** A text in one spelling, to be searched: small Latin letters without marks, plain digits and signs. */
export interface Folded {
  text: string;
  /** For each of its units, and for its end, where in the original that stands. */
  origin: readonly number[];
}

// What cannot be seen must not tear a name apart.
const unseen = /[\p{M}\p{Cf}]/gu;

/** Folds a text: capitals, composed and decomposed letters, umlauts and full-width signs are all the same afterwards. */
export function folded(original: string): Folded {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const sign of original) {
    const plain = plainOf(sign);
    text += plain;
    for (let unit = 0; unit < plain.length; unit++) origin.push(at);
    at += sign.length;
  }
  origin.push(at);
  return { text, origin };
}

/** What a name or an address looks like in a folded text: ä as a and as ae, blanks of any kind and number. */
export function spellings(name: string): string {
  const expanded = name.normalize('NFC').replace(/[äöüøÄÖÜØ]/gu, (letter) => `${plainOf(letter)}e`);
  const words = folded(expanded).text.trim().split(/\s+/);
  return words.map((word) => RegExp.escape(word).replace(umlauts, '$1e?')).join('\\s+');
}

// RegExp.escape writes the first letter of a text as a number.
const umlauts = /([aou]|\\x(?:61|6f|75))e/g;

function plainOf(sign: string): string {
  const small = sign.normalize('NFKD').replace(unseen, '').toLowerCase();
  return [...small].map((one) => plainLetters[one] ?? one).join('');
}
