import { numberFormat } from '#cards/intl.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { readMarks } from './amountMarks.ts';
import { withFigures } from './chineseFigures.ts';
import { currencyDigits, isCurrency } from './currencies.ts';
import { withWordFigures } from './wordFigures.ts';

export type AmountReading =
  | {
      ok: true;
      amount: number /** What the text itself says the currency may be; empty when it says nothing. */;
      currencies: readonly string[];
    }
  | { ok: false; problem: FieldProblem };

/** From here on it is a slip of the finger, in every currency. */
const TOO_LARGE = 1e13;
/** What is longer is no amount, and not read at all. */
const LONGEST = 200;
const MOST_SIGNS = 60;

/**
 * Reads an amount as people write it: `50k`, `50.000,00 €`, `USD 50,000`, `1 200,50`. Never guesses: what the reader's
 * habits leave open (`10.000` by an English reader) is refused with both readings, since one of them is a thousand
 * times the other. `locales`: whose habits count; when they differ, only what they agree on is settled by habit.
 */
export function readAmount(text: string, locales: readonly string[], chosen: string): AmountReading {
  if (text.length > LONGEST) return refuse('value-unreadable');
  // Normalising makes 52 of a five squared, and 11 of a one in a circle.
  if (/[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff]/.test(text)) return refuse('value-unreadable');
  const plain = plainText(text);
  if (plain === '') return refuse('value-missing');
  if (plain.length > MOST_SIGNS) return refuse('value-unreadable');
  return readParts(plain, locales, chosen) ?? readSingle(plain, locales, chosen);
}

function plainText(text: string): string {
  const halves = text.replace(
    /(?<![\d.,])(\d*)([¼½¾])/g,
    (_all, whole, part: '¼' | '½' | '¾') => `${whole || 0}${quarters[part]}`,
  );
  return withFigures(withWordFigures(halves.normalize('NFKC')))
    .replace(/[\u2212\u2012-\u2015]/g, '-')
    .replace(/[\u2019\u02bc`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\d)[.,:] ?--?(?=[^\d-]*$)/, '');
}

const quarters = { '¼': '.25', '½': '.5', '¾': '.75' } as const;

/** `1 млн 200 тыс. руб.`: the sum of two parts, of which the second is smaller; nothing for what has one part. */
function readParts(plain: string, locales: readonly string[], chosen: string): AmountReading | undefined {
  const [, before = '', large = '', unit = '', small = '', after = ''] =
    /^(\D*)(\d[\d.,]*)( ?[^\d,;]*?)(?:,? (?:and|und|och|и|e) |,? )(\d[\d., ']*)(\D*)$/.exec(plain) ?? [];
  const [above, below] = [readMarks('', unit, locales), readMarks('', after, locales)];
  if (!above || !below || above.exponent < 3 || above.currencies.length > 0) return undefined;
  const first = readSingle(`${large}${unit}`, locales, chosen);
  const second = readSingle(`${before}${small}${after}`, locales, chosen);
  if (!first.ok || !second.ok || /[.,]/.test(large)) return refuse('value-unreadable');
  // 20k 500: what the second part counts must be said, or be plain from its size.
  const said =
    below.exponent > 0 || second.amount >= 1000 || (second.currencies.length > 0 && /\p{L}{2}/u.test(unit));
  if (!said || second.amount >= 10 ** above.exponent) return refuse('value-unreadable');
  return { ...second, amount: first.amount + second.amount };
}

function readSingle(plain: string, locales: readonly string[], chosen: string): AmountReading {
  const parts = /^(\D*?)([.,]?\d[\d., ']*)(\D*)$/.exec(plain);
  const before = parts?.[1] ?? '';
  const digits = parts?.[2]?.trim();
  if (!digits) return refuse('value-unreadable');
  const marks = readMarks(before.replace('-', ''), parts?.[3] ?? '', locales);
  if (!marks) return refuse('value-unreadable');
  const readings = readingsOf(digits).map((reading) => Number(`${reading}e${marks.exponent}`));
  const [first, second] = [...new Set(readings)];
  if (first === undefined) return refuse('value-unreadable');
  const currency = isCurrency(chosen)
    ? chosen
    : marks.currencies.length === 1
      ? (marks.currencies[0] ?? '')
      : '';
  const amount = second === undefined ? first : settle(digits, first, second, locales, currency);
  if (amount === undefined) {
    return {
      ok: false,
      problem: { code: 'value-ambiguous', values: { one: first, other: second ?? first, currency } },
    };
  }
  return judged(amount, { before, currency, chosen, currencies: marks.currencies });
}

/** Whether an amount that was understood can be what a deal is worth. */
function judged(
  amount: number,
  about: { before: string; currency: string; chosen: string; currencies: readonly string[] },
): AmountReading {
  const { before, currency, chosen, currencies } = about;
  if (before.includes('-')) return refuse('value-negative');
  if (amount === 0) return refuse('value-zero');
  if (amount >= TOO_LARGE) return refuse('value-too-large');
  const most = currencyDigits(currency);
  if (Number(amount.toFixed(most)) !== amount) {
    return {
      ok: false,
      problem: { code: 'value-too-precise', values: { digits: most, currency: currency || chosen } },
    };
  }
  return { ok: true, amount, currencies };
}

function refuse(code: FieldProblem['code']): AmountReading {
  return { ok: false, problem: { code } };
}

/** Every number these digits can mean, decimal reading first, written with a point and without groups. */
function readingsOf(digits: string): string[] {
  const readings: string[] = [];
  for (const decimal of ['.', ',']) {
    const [whole = '', fraction = '', ...rest] = digits.split(decimal);
    if (!digits.includes(decimal) || rest.length > 0 || !/^\d*$/.test(fraction)) continue;
    const integer = ungrouped(whole === '' ? '0' : whole);
    if (integer !== undefined) readings.push(`${integer}.${fraction || '0'}`);
  }
  const integer = ungrouped(digits);
  if (integer !== undefined) readings.push(integer);
  return readings;
}

/** A whole number without its groups; nothing when they are not groups (in India they may have two digits). */
function ungrouped(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const groups = /^[1-9]\d{0,2}([., '])(?:\d{2,3}\1)*\d{3}$/.test(text);
  return groups ? text.replace(/\D/g, '') : undefined;
}

/** Which of two readings of a single separator before three digits is meant; nothing when that is open. */
function settle(
  digits: string,
  decimal: number,
  grouped: number,
  locales: readonly string[],
  currency: string,
) {
  const separator = /[.,]/.exec(digits)?.[0];
  const habits = locales.map(separatorsOf);
  if (habits.every(({ group, decimal }) => group.has(separator) && !decimal.has(separator))) return grouped;
  // Three decimals are usual in Kuwait's dinar and its kin only.
  const decimals = habits.every(({ group, decimal }) => decimal.has(separator) && !group.has(separator));
  if (currencyDigits(currency) === 3 && decimals) return decimal;
  return undefined;
}

/** What stands between groups and before decimals: Austrians write 50 000, and 50.000 as soon as it is money. */
function separatorsOf(locale: string): Record<'group' | 'decimal', Set<string | undefined>> {
  const parts = [{}, { style: 'currency', currency: 'EUR' } as const].flatMap((style) =>
    numberFormat(locale, { useGrouping: true, ...style }).formatToParts(1_234_567.5),
  );
  const find = (type: string) =>
    new Set(parts.filter((part) => part.type === type).map(({ value }) => value as string | undefined));
  return { group: find('group'), decimal: find('decimal') };
}
