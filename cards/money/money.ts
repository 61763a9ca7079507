import { intlLocale, type Reader } from '#cards/format.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { languageOf } from '#cards/say.ts';
import type { Money } from '#domain/referral/referral.ts';
import { readAmount } from './amount.ts';
import { isCurrency } from './currencies.ts';
import { formatAmount } from './formatMoney.ts';

/** What stands in the two inputs of an amount. */
export interface MoneyInputs {
  value?: string | undefined;
  currency?: string | undefined;
  /** The locale in which the form was written, as its button says; the reader's own where it says none. */
  formLocale?: unknown;
  /** What the field started with: unchanged it is right, whatever our own checks would say of it. */
  known?: Money | undefined;
  /** The currency that was chosen for the reader, not by them: one that the value names goes before it. */
  preset?: string | undefined;
}

/** The amount as far as it was understood; 0 and an empty currency for what was not. */
export interface MoneyInputsRead {
  money: Money;
  problems: { value?: FieldProblem; currency?: FieldProblem };
}

/** Reads an amount by the habits of the form's writer and of its reader; where they differ, it is asked again. */
export function readMoneyInputs(
  inputs: MoneyInputs,
  reader: Pick<Reader, 'language' | 'locale'>,
): MoneyInputsRead {
  const { known } = inputs;
  const text = inputs.value ?? '';
  const formLocale = typeof inputs.formLocale === 'string' ? inputs.formLocale : reader.locale;
  const form = { language: languageOf(formLocale), locale: formLocale };
  let currency = (inputs.currency ?? '').toUpperCase();
  if (known?.currency && currency === known.currency && text === formatAmount(known.amount, form)) {
    return { money: known, problems: {} };
  }
  const problems: MoneyInputsRead['problems'] = {};
  const locales = [...new Set([intlLocale(form), intlLocale(reader)])];
  let read = readAmount(text, locales, currency);
  if (currency && currency === inputs.preset) {
    const free = readAmount(text, locales, '');
    if (free.ok && free.currencies.length === 1 && free.currencies[0] !== currency) {
      read = free;
      currency = '';
    }
  }
  if (!read.ok) problems.value = read.problem;
  else if (!currency && read.currencies.length === 1) currency = read.currencies[0] ?? '';
  else if (currency && read.currencies.length > 0 && !read.currencies.includes(currency)) {
    problems.value = {
      code: 'value-other-currency',
      values: { written: read.currencies.join('/'), chosen: currency },
    };
  }
  if (!currency) problems.currency = { code: 'currency-missing' };
  else if (!isCurrency(currency) && currency !== known?.currency)
    problems.currency = { code: 'currency-unknown' };
  return { money: { amount: read.ok ? read.amount : 0, currency }, problems };
}
