import { intlLocale, type Reader } from '#cards/format.ts';
import { numberFormat } from '#cards/intl.ts';
import type { Money } from '#domain/referral/referral.ts';
import { isCurrency } from './currencies.ts';

/** An amount with its currency, with the sender's own word for it, or alone where nobody named one; cents only where there are any. */
export function formatMoney(money: Money, reader: Reader): string {
  const locale = intlLocale(reader);
  if (!isCurrency(money.currency)) return `${formatAmount(money.amount, reader)} ${money.currency}`.trim();
  return numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(money.amount);
}

/** A sum as short as it can be compared: thousands and millions where the language has signs for them. */
export function formatShortMoney({ amount, currency }: Money, reader: Reader): string {
  const short = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  return numberFormat(intlLocale(reader), { style: 'currency', currency, ...short }).format(amount);
}

/** An amount alone, with every digit it has: what stands in an input and is read back. */
export function formatAmount(amount: number, reader: Pick<Reader, 'language' | 'locale'>): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  const digits = { minimumFractionDigits, maximumFractionDigits: 20 };
  return numberFormat(intlLocale(reader), digits).format(amount);
}
