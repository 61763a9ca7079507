import type { LocalDate } from '#domain/values/instant.ts';
import { plusMonths, yearOf } from './calendar.ts';
import {
  type DateHabits,
  type DateRule,
  fullYear,
  type Groups,
  han,
  next,
  part,
  present,
  whole,
} from './dateRule.ts';
import { dayIn, partOf, periodAround } from './periods.ts';

const words =
  'fiscal(?:[ -]year)?|financial year|fy|fj|gj|geschäftsjahr(?:e?s)?|wirtschaftsjahr(?:e?s)?|fiskaljahr(?:e?s)?|räkenskapsår(?:et)?s?|verksamhetsår(?:et)?s?|bokslutsår(?:et)?|budgetår(?:et)?|финансов(?:ого|ый|ом|ому) года?|фин\\. ?года?|отч[её]тн(?:ого|ый|ом) года?|anno fiscale|anno finanziario|esercizio(?: fiscale)?';
const number = "(?:[ -]?'?(?<fy>20\\d\\d|\\d\\d)(?:[/-]\\d\\d(?:\\d\\d)?)?)";
const when = `(?:(?:the |our |of )?(?:(?<next>${next})|${present}|our|unser(?:es)?|nostro|нашего)[ ']+)?`;
const quarter = '(?:(?:q|к|кв\\.?)[ ]?(?<q>[1-4])|(?<q2>[1-4])q|h(?<h>[12]))';
const ties = '(?:[ ,/-]|of |in |im |des |i |del |dell.|the )*';
const end = '(?:[ -]?(?:end|ende|close|slut))?';

const chinese = '(?:本|这个?|今|当|(?<next>下个?|明))?(?:财年|财政年度|会计年度)';

/**
 * Fiscal years, and quarters and halves of them. Where a fiscal year begins is the organization's to say; what is not
 * the calendar's year is asked without. It has the number of the year in which it ends.
 */
export const fiscalRules: readonly DateRule[] = [
  {
    pattern: whole(`(?:${part}(?:of |des |av )?)?${when}(?:${words})${number}?${end}(?:${ties}${quarter})?`),
    read: fiscal,
  },
  {
    pattern: whole(`(?:${part}(?:of |des |av )?)?${quarter}${ties}${when}(?:${words})${number}?${end}`),
    read: fiscal,
  },
  { pattern: whole(`(?:${part}(?:of |des |av )?)?${when}(?:${words}) ?${quarter}${number}?`), read: fiscal },
  {
    pattern: han(
      `(?:(?<fy>20\\d\\d|\\d\\d))?${chinese}(?:第?(?<q>[1-4])季度?|Q(?<q2>[1-4]))?(?:(?<begin>初)|(?<mid>中)|[底末])?`,
    ),
    read: fiscal,
  },
  // Other years and their parts: which ones these are nobody has said.
  {
    pattern: han('(?:本|这个?|下个?)?(?:财季|学年|学期|农历年?|阴历年?|半年)[初中底末]'),
    read: () => undefined,
  },
  {
    pattern: whole(
      `(?:${part}(?:of )?)?(?:the )?(?:next )?(?:school|academic|tax) year|schuljahr(?:es)?(?:ende)?|läsår(?:et)?|учебн\\p{L}+ год\\p{L}*|anno (?:scolastico|accademico)`,
    ),
    read: () => undefined,
  },
];

function fiscal(found: Groups, { today, fiscalYearStart }: DateHabits): LocalDate | undefined {
  if (fiscalYearStart === undefined) return undefined;
  const current = periodAround(today, 12, fiscalYearStart);
  const ends = yearOf(plusMonths(current, 11));
  const years = found.fy ? fullYear(found.fy) - ends : found.next ? 1 : 0;
  const first = plusMonths(current, years * 12);
  const [quarter, half] = [Number(found.q ?? found.q2), Number(found.h)];
  const months = quarter ? 3 : half ? 6 : 12;
  const start = plusMonths(first, quarter ? quarter * 3 - 3 : half ? half * 6 - 6 : 0);
  const date = dayIn(start, months, partOf(found));
  // A quarter of the present year that has passed is the next one's.
  const passed = !found.fy && !found.next && months < 12 && date !== undefined && date < today;
  return passed ? dayIn(plusMonths(start, 12), months, partOf(found)) : date;
}
