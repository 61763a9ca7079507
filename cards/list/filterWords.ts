import { dealRegistrationTexts, dealStatusTexts } from '#cards/deal/dealWords.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import { formatCountry, formatDay, type Reader } from '#cards/format.ts';
import { formatAmount, formatMoney } from '#cards/money/formatMoney.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealFilters, Worth } from '#domain/list/dealList.ts';
import type { StageNames } from '#domain/values/options.ts';
import { dealTypeTexts } from './filterForm.ts';

/** For whom a list is narrowed, and how the stages are called there. */
interface FilterReader extends Reader {
  stageNames?: StageNames | undefined;
}

/** What a list is narrowed to, in words; empty where it is not. */
export function filtersInWords(filters: DealFilters, reader: FilterReader): string[] {
  const { language } = reader;
  const { country, customer, type, solution, status, registration, stage, words, partner } = filters;
  const labelled = (label: TextKey, value: string | undefined) =>
    value === undefined ? [] : [`${say(language, label)} ${value}`];
  return [
    ...(country ? [formatCountry(country, reader)] : []),
    ...labelled('find.filter.customer', customer),
    ...(partner ? [say(language, 'find.only.partner', { partner })] : []),
    ...(words ? [say(language, 'find.only.words', { words })] : []),
    ...worthInWords(filters, reader),
    ...closingInWords(filters, reader),
    ...(filters.overdue ? [say(language, 'find.only.overdue')] : []),
    ...(filters.quiet ? [say(language, 'find.only.quiet')] : []),
    ...(stage ? [stageTitle(stage, { ...reader, referral: { direction: 'inbound' } })] : []),
    ...(type ? [say(language, dealTypeTexts[type])] : []),
    ...labelled('find.filter.solution', solution),
    ...(status ? [say(language, dealStatusTexts[status])] : []),
    ...labelled(
      'find.filter.registration',
      registration && say(language, dealRegistrationTexts[registration]),
    ),
  ];
}

function worthInWords({ over, under }: DealFilters, reader: Reader): string[] {
  const { language } = reader;
  if (over && under) {
    return [
      say(language, 'find.only.between', { from: worthText(over, reader), to: worthText(under, reader) }),
    ];
  }
  if (over) return [say(language, 'find.only.over', { value: worthText(over, reader) })];
  return under ? [say(language, 'find.only.under', { value: worthText(under, reader) })] : [];
}

/** An amount as it is compared: with the currency where one was named, else the number alone. */
function worthText({ amount, currency }: Worth, reader: Reader): string {
  return currency === undefined ? formatAmount(amount, reader) : formatMoney({ amount, currency }, reader);
}

function closingInWords({ closingFrom, closingTo }: DealFilters, reader: Reader): string[] {
  const { language } = reader;
  const day = (date: string) => formatDay(date, reader);
  if (closingFrom !== undefined && closingTo !== undefined) {
    return [say(language, 'find.only.closing', { from: day(closingFrom), to: day(closingTo) })];
  }
  if (closingFrom !== undefined) return [say(language, 'find.only.closingFrom', { date: day(closingFrom) })];
  return closingTo === undefined ? [] : [say(language, 'find.only.closingTo', { date: day(closingTo) })];
}
