import { formatList, type Reader } from '#cards/format.ts';
import { formatMoney, formatShortMoney } from '#cards/money/formatMoney.ts';
import { say } from '#cards/say.ts';
import type { Quarter } from '#domain/figures/periods.ts';
import type { Money } from '#domain/values/parts.ts';

/** The longest amount with all its digits that finds room on a phone beside a title. */
const MOST_WHOLE = 12;

/** A sum in full where that is short. */
export function plainMoney(money: Money, reader: Reader): string {
  const whole = formatMoney(money, reader);
  return whole.length > MOST_WHOLE ? formatShortMoney(money, reader) : whole;
}

/** So many currencies are named in a line. */
const MOST_NAMED = 4;

/** Sums in several currencies, the first few. */
export function moneyList(money: readonly Money[], reader: Reader): string {
  const named = money.slice(0, MOST_NAMED).map((one) => formatShortMoney(one, reader));
  const left = money.length - named.length;
  return formatList(
    [...named, ...(left > 0 ? [say(reader.language, 'figures.more', { count: left })] : [])],
    reader,
  );
}

/** What a quarter is called, in a calendar year or in the company's fiscal year. */
export function quarterName({ number, year }: Quarter, fiscal: boolean, { language }: Reader): string {
  const key = fiscal ? 'figures.when.fiscal' : 'figures.when.quarter';
  // As a text: a year has no mark of thousands.
  return say(language, key, { number, year: fiscal ? String(year % 100).padStart(2, '0') : String(year) });
}
