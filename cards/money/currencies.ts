import { numberFormat } from '#cards/intl.ts';

/** What deals are usually worth something in; a deal's own currency is added to it. */
const usual = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'RUB',
  'TRY',
  'CNY',
  'JPY',
  'INR',
  'KRW',
  'SGD',
  'HKD',
  'AUD',
  'NZD',
  'CAD',
  'BRL',
  'MXN',
  'ZAR',
  'AED',
];

/** Every currency in use, the reader's own first, then the usual ones. */
export function everyCurrency(...own: readonly string[]): { title: string; value: string }[] {
  return currencyChoices(...own, ...usual, ...Intl.supportedValuesOf('currency'));
}

/** The currencies to choose from, the deal's own first. Codes, because sellers know them and they stay short. */
export function currencyChoices(...own: readonly string[]): { title: string; value: string }[] {
  const codes = [...own.filter((code) => /^[A-Z]{3}$/.test(code)), ...usual];
  return [...new Set(codes)].map((code) => ({ title: code, value: code }));
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether this is a currency code that is in use. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(code: string): number {
  if (!isCurrency(code)) return 2;
  const { maximumFractionDigits } = numberFormat('en', {
    style: 'currency',
    currency: code,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** Codes that people type in small letters too; others are words as well: all, top, try. */
export const everydayCodes: ReadonlySet<string> = new Set(
  currencyChoices()
    .map(({ value }) => value)
    .filter((code) => code !== 'TRY'),
);
