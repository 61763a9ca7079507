import { numberFormat } from '#cards/intl.ts';
import { kept } from '#domain/values/kept.ts';
import { currencyWords, hanCurrencies, nationalCurrencies, zeros } from './amountWords.ts';
import { everydayCodes, isCurrency } from './currencies.ts';

const exponents = new Map(
  zeros.flatMap(([count, words, limits]) =>
    words.split(' ').map((word) => [word, { count, limits }] as const),
  ),
);

/**
 * What stands around the digits of an amount: how many zeros it stands for, and which currencies it may name.
 * Nothing when there is anything else, because half-understood is misread.
 */
export function readMarks(
  before: string,
  after: string,
  locales: readonly string[],
): { exponent: number; currencies: readonly string[] } | undefined {
  const words = [...wordsOf(before, false), ...wordsOf(after, true)];
  const named = words.map(({ word }) => currenciesOf(word, locales));
  const currencies = named.reduce<readonly string[] | undefined>(
    (earlier, codes) =>
      codes && earlier ? codes.filter((code) => earlier.includes(code)) : (codes ?? earlier),
    undefined,
  );
  const powers = words.map(({ word, trailing }) =>
    trailing ? powerOf(word, locales, currencies ?? []) : undefined,
  );
  if (words.some((_word, at) => !named[at] && powers[at] === undefined)) return undefined;
  const [exponent = 0, ...more] = powers.filter((power) => power !== undefined);
  if (more.length > 0 || currencies?.length === 0) return undefined;
  return { exponent, currencies: currencies ?? [] };
}

function powerOf(
  word: string,
  locales: readonly string[],
  currencies: readonly string[],
): number | undefined {
  const { count, limits = {} } = exponents.get(word.toLowerCase()) ?? {};
  if (limits.beside && !currencies.includes(limits.beside)) return undefined;
  const counts = ({ only, not }: typeof limits) =>
    locales.every((locale) => (only?.test(locale) ?? true) && !not?.test(locale));
  return counts(limits) ? count : undefined;
}

function currenciesOf(word: string, locales: readonly string[]): readonly string[] | undefined {
  const code = word.toUpperCase();
  // All, top and try are words as well as codes: only everyday codes are typed in small letters.
  if (isCurrency(code) && (word === code || everydayCodes.has(code))) return [code];
  const named = locales.flatMap((locale) => signsIn(locale).get(word.toLowerCase()) ?? []);
  return named.length > 0 ? [...new Set(named)] : undefined;
}

/** Every sign that the locale has for a currency, so that what the bot writes can be typed back to it. */
function signsIn(tag: string): Map<string, readonly string[]> {
  return signsOf(numberFormat(tag, {}).resolvedOptions().locale);
}

// Each has a sign for every currency there is.
const MOST_LOCALES = 30;
const signsOf = kept(MOST_LOCALES, (locale) => {
  const signs = new Map<string, readonly string[]>();
  const add = (sign: string, codes: readonly string[]) =>
    signs.set(sign, [...(signs.get(sign) ?? []), ...codes]);
  for (const [codes, spelled] of currencyWords)
    for (const word of spelled.split(' ')) add(word, codes.split(' '));
  for (const currency of Intl.supportedValuesOf('currency')) {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
    const sign = parts.find((part) => part.type === 'currency')?.value.normalize('NFKC') ?? '';
    if (sign.toUpperCase() !== currency) add(sign.toLowerCase().replace(/[\s.]/g, ''), [currency]);
  }
  return signs;
});

const pattern = new RegExp(
  `${hanCurrencies}|\\p{Script=Han}|\\p{L}*\\p{Sc}|(?:(?!\\p{Script=Han})\\p{L})+|[^\\s.]`,
  'gu',
);

const beginnings = nationalCurrencies.flatMap(([code, words]) =>
  words.split(' ').map((word) => [word, code] as const),
);
const nation = `(?<!\\p{L})(?:${beginnings.map(([word]) => word).join('|')})\\p{L}{0,4}(?!\\p{L})`;
const noun =
  '(?:dollar|доллар|kron|corone|крон|fran|франк|pfund|pund|pound|sterlin|фунт|rupe|рупи|yen|иен|yuan|юан|rub|руб)\\p{L}{0,4}';
const nationAlone = new RegExp(`^ ?${nation}$`, 'iu');
// American Airlines are no dollars.
const national = new RegExp(`${nation}(?= ${noun})|(?<=(?<!\\p{L})${noun} )${nation}`, 'giu');

/** Whether a word says of which country a currency is: Swiss, schwedische, канадских. */
export function isNational(word: string): boolean {
  return nationAlone.test(word);
}

/** Swiss francs, franchi svizzeri: with the code in place of the country. */
function withCodes(text: string): string {
  return text.replace(
    national,
    (said) => beginnings.find(([word]) => said.toLowerCase().startsWith(word))?.[1] ?? said,
  );
}

/** Words and signs; `kEUR` and `万元` are two words each. */
function wordsOf(text: string, trailing: boolean): { word: string; trailing: boolean }[] {
  // Two words for one thing.
  const plain = withCodes(text)
    .replace(/(?<!\p{L})us[ -]?dollars?(?!\p{L})/iu, 'usdollar')
    .replace(/(?<!\p{L})(?:dollar[is]?|доллар(?:ов|а|ы)?) (?:usa|сша)(?!\p{L})/iu, 'usdollar')
    .replace(/(?<!\p{L})(?:hundred thousand|hundra tusen|hundert tausend)(?!\p{L})/iu, 'hunderttausend')
    .replace(/(?<=(?:milion|miliard)[ei]|milione|miliardo|ml[nd]) d(?:i |')(?=\p{L})/iu, ' ');
  const found: string[] = plain.match(pattern) ?? [];
  return found.flatMap(apart).map((word) => ({ word, trailing }));
}

/** What stands for zeros and is glued to a currency. */
function apart(word: string): string[] {
  const glued = /^(k|t|m|mn|mio|mln|bn|mrd|mld|mdr)(\p{L}{3}|\p{Sc})$/iu.exec(word);
  if (!glued?.[1] || !glued[2]) return [word];
  // Everyday currencies only: mars is a month, and not a million of Argentina's.
  const named = everydayCodes.has(glued[2].toUpperCase()) || /\p{Sc}/u.test(glued[2]);
  return named ? [/^t$/i.test(glued[1]) ? 'tsd' : glued[1], glued[2]] : [word];
}
