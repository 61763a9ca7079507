import { intlLocale, type Reader } from '#cards/format.ts';
import { numberFormat } from '#cards/intl.ts';
import { clip } from '#cards/outside.ts';
import type { Money } from '#domain/referral/referral.ts';
import { isCurrency } from './currencies.ts';
import { formatMoney } from './formatMoney.ts';

/** More currencies than anybody compares. */
const MOST = 3;
/** From here on nobody reads every digit of a sum. */
const LARGE = 1_000_000;

/** Sums by currency, on one line: large ones shortly, such as `$1.2M + €300,000`. */
export function formatTotals(totals: readonly Money[], reader: Reader): string {
  const shown = totals.slice(0, MOST).map((money) => clip(formatTotal(money, reader), 30));
  return [...shown, ...(totals.length > MOST ? ['…'] : [])].join(' + ');
}

function formatTotal({ amount, currency }: Money, reader: Reader): string {
  if (amount < LARGE || !isCurrency(currency)) {
    return formatMoney({ amount: Math.round(amount), currency }, reader);
  }
  const look = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return numberFormat(intlLocale(reader), look).format(amount);
}
