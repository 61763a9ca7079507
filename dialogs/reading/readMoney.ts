import { intlLocale } from '#cards/format.ts';
import { readAmount } from '#cards/money/amount.ts';
import { isCurrency } from '#cards/money/currencies.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { findMoney } from './findMoney.ts';
import { fold } from './fold.ts';
import type { MoneyContext } from './moneyContext.ts';
import { questionBefore, questionBehind } from './moneyQuestions.ts';
import { isHarmlessForMoney } from './moneyWords.ts';

export interface MoneyRead {
  ok: true;
  /** In the currency's main unit. */
  amount: number;
  /** ISO 4217; absent where the text leaves it open. */
  currency?: string;
  /** What the text itself says the currency may be; empty when it says nothing. */
  currencies: readonly string[];
  /** The currency is not in the text, or not unmistakably: the person has to see it. */
  assumed: boolean;
}
export type MoneyReading = MoneyRead | { ok: false; problem: FieldProblem };

/** What is longer is no amount, and not read at all. */
const LONGEST = 200;

/**
 * An amount and its currency as people write them: `50k`, `1,5 Mio. €`, `5万`, `KWD 1.250`, `about 50k USD`. Readings a
 * thousand times apart are refused with both of them.
 */
export function readMoney(text: string, context: MoneyContext): MoneyReading {
  if (text.length > LONGEST) return { ok: false, problem: { code: 'value-unreadable' } };
  const plain = fold(text.normalize('NFC')).replaceAll('\n', ' ').trim();
  const whole = readMoneyExactly(plain, context);
  if (whole.ok || whole.problem.code !== 'value-unreadable') return whole;
  const [only, ...more] = findMoney(plain, context);
  if (!only || more.length > 0) return whole;
  const [ahead, behind] = [plain.slice(0, only.start), plain.slice(only.end)];
  const rest = `${ahead} ${behind}`;
  const code = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(rest)?.[0];
  if (code && !only.named && !isCurrency(code)) return { ok: false, problem: { code: 'currency-unknown' } };
  // Half-understood is misread: what is not known to change nothing may have changed everything.
  // More than that, where nothing else is said; in a line it leads to an amount as well.
  const bound = /^über$/i.test(ahead.trim());
  const changed =
    bound || !isHarmlessForMoney(ahead) || !isHarmlessForMoney(behind) || questionBefore(ahead) > 0;
  if (changed || questionBehind(behind) > 0 || only.weight < 1) return whole;
  return readMoneyExactly(only.text, context);
}

/** The same for a text that is an amount and nothing else. */
export function readMoneyExactly(text: string, context: MoneyContext): MoneyReading {
  const locales = [intlLocale({ language: context.language, locale: context.locale ?? context.language })];
  const usual = context.currency ?? '';
  let read = readAmount(text, locales, '');
  // How many decimals there can be may decide what a point stands for.
  if (!read.ok && read.problem.code === 'value-ambiguous' && !read.problem.values?.currency)
    read = readAmount(text, locales, usual);
  if (!read.ok) return read;
  const { currencies } = read;
  const currency = settleCurrency(currencies, usual, [context.locale, ...locales]);
  if (currency === '') return { ok: true, amount: read.amount, currencies, assumed: false };
  const exact = readAmount(text, locales, currency);
  if (!exact.ok) return exact;
  return { ok: true, amount: exact.amount, currency, currencies, assumed: currencies.length !== 1 };
}

/** Which currency a shared sign means where people live who write it for their own. */
const own: Readonly<Record<string, string>> = {
  ...{ US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', MX: 'MXN', AR: 'ARS' },
  ...{ CL: 'CLP', CO: 'COP', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', CN: 'CNY', JP: 'JPY' },
};

/**
 * The one currency that is meant: what the text says, else the usual one where the text allows for it, else the
 * reader's own, by region and then by language. A dollar read by somebody who has none of their own is the American one; yen and yuan stay open.
 */
function settleCurrency(
  currencies: readonly string[],
  usual: string,
  locales: readonly (string | undefined)[],
): string {
  if (currencies.length <= 1) return currencies[0] ?? usual;
  if (currencies.includes(usual)) return usual;
  const near = locales.map((locale) => own[regionOf(locale)] ?? '').find((code) => currencies.includes(code));
  return near ?? (currencies.includes('USD') ? 'USD' : '');
}

function regionOf(locale: string | undefined): string {
  try {
    return new Intl.Locale(locale ?? 'und').maximize().region ?? '';
  } catch {
    // Tags come from clients.
    return '';
  }
}
