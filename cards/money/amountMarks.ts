import { isCurrency } from '#cards/format.ts';
import { numberFormat } from '#cards/intl.ts';
import { currencyChoices } from './currencies.ts';

/** Words and letters that stand for zeros in our languages, by the number of zeros. */
const zeros: readonly (readonly [count: number, words: string])[] = [
  [3, 'k к tsd tausend tkr kkr tusen thousand mila mille тыс тысяч тысяча тысячи т 千'],
  [4, '万'],
  [5, 'lakh lakhs lac'],
  [6, 'm mm mn mio mln million millions millionen miljon miljoner mkr mnkr milione milioni'],
  [6, 'млн миллион миллиона миллионов'],
  [7, 'crore crores'],
  [8, '亿'],
  [
    9,
    'bn mrd md mdr billion milliarde milliarden miljard miljarder miliardo miliardi млрд миллиард миллиарда миллиардов',
  ],
];
const exponents = new Map(
  zeros.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)),
);

const everyday = new Set(currencyChoices().map(({ value }) => value));

const dollars = 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP';
const kronor = 'SEK NOK DKK ISK';

/** Words for currencies that Intl does not write, and signs that several of them share. */
const words: readonly (readonly [currencies: string, words: string])[] = [
  [dollars, '$ dollar dollars dollari dollaro долл доллар доллара доллары долларов'],
  [kronor, 'kr krona kronor kronen tkr kkr mkr mnkr'],
  ['EUR', 'euro euros euron евро 欧元'],
  ['GBP', 'pound pounds pfund pund sterlina sterline фунт фунта фунтов 英镑'],
  ['CHF', 'fr franken francs franchi франк франка франков 瑞士法郎'],
  ['RUB', '₽ р руб рубль рублей рубля рубли rubel rubles rubli 卢布'],
  ['JPY CNY', '¥'],
  ['JPY', 'yen иен иены 日元'],
  ['CNY', 'rmb yuan юань юаня юаней 人民币'],
  ['CNY TWD HKD', '元'],
  ['USD', 'us$ usdollar 美元 美金'],
  ['PLN', 'zł'],
  ['CZK', 'kč'],
  ['TRY', '₺'],
  ['UAH', '₴'],
  ['KZT', '₸'],
  ['AUD', 'a$ au$'],
  ['CAD', 'c$ ca$'],
  ['SGD', 's$'],
];

/** Which currencies a sign or word may stand for, by the locales in which it was written. */
const MOST_LOCALES = 30;
const signsBy = new Map<string, Map<string, readonly string[]>>();

/**
 * What stands around the digits of an amount: how many zeros it stands for, and which currencies it may name.
 * Nothing when there is anything else, because half-understood is misread.
 */
export function readMarks(
  before: string,
  after: string,
  locales: readonly string[],
): { exponent: number; currencies: readonly string[] } | undefined {
  let exponent = 0;
  let multipliers = 0;
  let currencies: readonly string[] | undefined;
  for (const { word, trailing } of [...wordsOf(before, false), ...wordsOf(after, true)]) {
    const power = trailing ? powerOf(word, locales) : undefined;
    const named = currenciesOf(word, locales);
    if (power === undefined && !named) return undefined;
    if (power !== undefined) {
      exponent += power;
      multipliers += 1;
    }
    const earlier = currencies;
    if (named) currencies = earlier ? named.filter((code) => earlier.includes(code)) : named;
  }
  if (multipliers > 1 || currencies?.length === 0) return undefined;
  return { exponent, currencies: currencies ?? [] };
}

function powerOf(word: string, locales: readonly string[]): number | undefined {
  // A lone t is a thousand to Germans and Swedes only.
  if (word === 't') return locales.every((locale) => /^(de|sv)\b/.test(locale)) ? 3 : undefined;
  return exponents.get(word);
}

function currenciesOf(word: string, locales: readonly string[]): readonly string[] | undefined {
  if (isCurrency(word.toUpperCase())) return [word.toUpperCase()];
  const named = locales.flatMap((locale) => signsIn(locale).get(word) ?? []);
  return named.length > 0 ? [...new Set(named)] : undefined;
}

/** Every sign that the locale has for a currency, so that what the bot writes can be typed back to it. */
function signsIn(tag: string): Map<string, readonly string[]> {
  // Resolved, because tags come from clients and there is no end of them.
  const { locale } = numberFormat(tag, {}).resolvedOptions();
  const ready = signsBy.get(locale);
  if (ready) return ready;
  // Each has a sign for every currency there is.
  if (signsBy.size >= MOST_LOCALES) signsBy.clear();
  const signs = new Map<string, readonly string[]>();
  const add = (sign: string, codes: readonly string[]) =>
    signs.set(sign, [...(signs.get(sign) ?? []), ...codes]);
  for (const [codes, spelled] of words) for (const word of spelled.split(' ')) add(word, codes.split(' '));
  for (const currency of Intl.supportedValuesOf('currency')) {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
    const sign = parts.find((part) => part.type === 'currency')?.value.normalize('NFKC') ?? '';
    add(sign.toLowerCase().replace(/[\s.]/g, ''), [currency]);
  }
  signsBy.set(locale, signs);
  return signs;
}

/** Words and signs; `kEUR` and `万元` are two words each. */
function wordsOf(text: string, trailing: boolean): { word: string; trailing: boolean }[] {
  const pattern =
    /人民币|瑞士法郎|[美欧日]元|美金|英镑|卢布|\p{Script=Han}|\p{L}*\p{Sc}|(?:(?!\p{Script=Han})\p{L})+|[^\s.]/gu;
  // Two words for one thing.
  const plain = text
    .toLowerCase()
    .replace(/(?<!\p{L})us[ -]?dollars?(?!\p{L})/u, 'usdollar')
    .replace(/(?<=(?:milion|miliard)[ei]|milione|miliardo|ml[nd]) d(?:i |')(?=\p{L})/u, ' ');
  const found: string[] = plain.match(pattern) ?? [];
  return found
    .flatMap((word) => {
      const glued = /^(k|t|m|mn|mio)(\p{L}{3}|\p{Sc})$/u.exec(word);
      if (!glued?.[1] || !glued[2]) return [word];
      // Everyday currencies only: mars is a month, and not a million of Argentina's.
      return everyday.has(glued[2].toUpperCase()) || /\p{Sc}/u.test(glued[2]) ? [glued[1], glued[2]] : [word];
    })
    .map((word) => ({ word, trailing }));
}
