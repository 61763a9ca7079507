import type { LocalDate } from '#domain/values/instant.ts';
import { dayOf, lastDayOf, nextDay, nextMonthEnd, yearOf } from './calendar.ts';
import {
  beginning,
  cn,
  cnYear,
  type DateHabits,
  type DateRule,
  end,
  fullYear,
  type Groups,
  han,
  middle,
  ordinal,
  whole,
  year,
  yearIn,
} from './dateRule.ts';
import { chineseNumber, type Months } from './dateWords.ts';
import { dayRules, periodRules, quarterRules, stretchRules } from './periodRules.ts';

/** Every way of writing a date, for readers of the months given. */
export function dateRules(months: Months): DateRule[] {
  const month = `(?<month>${months.pattern})`;
  return [
    {
      pattern: whole('(?<year>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?:T[\\d:.]+Z?)?'),
      read: figures,
    },
    {
      pattern: whole(
        '(?<one>\\d{1,2}) ?(?<mark>[./-]) ?(?<two>\\d{1,2}) ?\\k<mark> ?(?<year>\\d{4}|\\d{2})(?: ?г\\.?)?',
      ),
      read: figures,
    },
    { pattern: whole('(?<one>\\d{1,2})(?<mark>/|\\.) ?(?<two>\\d{1,2})\\.?'), needsCue: true, read: figures },
    {
      pattern: whole(`(?<d>\\d{1,2})${ordinal}[ -]?(?:of |de |di )?${month}(?:-(?=\\d{4}))?${year}?`),
      read: named,
    },
    {
      pattern: whole(`${month} (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,]\\d)${year}?`),
      read: named,
    },
    { pattern: whole(`(?:${end}) (?:of )?${month}${year}?`), read: monthEnd },
    { pattern: whole(`${month}${year}`), read: monthEnd },
    {
      pattern: whole(
        `(?:next|nächste[rnm]?|kommende[rnm]?|nästa|следующ(?:ий|его|ем)|prossimo) ${month}|${month} prossimo`,
      ),
      wholeMonth: true,
      read: monthEnd,
    },
    { pattern: whole(month), needsCue: true, wholeMonth: true, read: monthEnd },
    {
      pattern: whole(`(?:${middle})[ -]?${month}${year}?`),
      read: (found, habits) => named({ ...found, d: '15' }, habits),
    },
    {
      pattern: whole(`(?:${beginning}) ${month}${year}?`),
      read: (found, habits) => named({ ...found, d: '1' }, habits),
    },
    { pattern: han(`${cnYear}?(?<cm>${cn})月(?<cd>${cn})(?:日|号|號)?`), read: chinese },
    { pattern: han(`${cnYear}?(?<cm>${cn})月(?:份)?(?<part>底|末|中旬?|初)`), read: chinese },
    { pattern: han(`${cnYear}(?<cm>${cn})月份?`), read: chinese },
    { pattern: han(`(?<cm>${cn})月份?`), needsCue: true, wholeMonth: true, read: chinese },
    ...dayRules,
    ...quarterRules,
    ...periodRules,
    ...stretchRules,
  ];
}

function figures(found: Groups, { today, dayFirst }: DateHabits): LocalDate | undefined {
  if (found.m) return dayOf(Number(found.year), Number(found.m), Number(found.d));
  const [one, two] = [Number(found.one), Number(found.two)];
  const read = (day: number, month: number) =>
    found.year ? dayOf(fullYear(found.year), month, day) : nextDay(today, month, day);
  // With points the day comes first, whoever writes.
  return dayFirst || found.mark === '.'
    ? (read(one, two) ?? read(two, one))
    : (read(two, one) ?? read(one, two));
}

function named(found: Groups, { months, today }: DateHabits): LocalDate | undefined {
  const [month, day] = [months.numberOf(found.month ?? ''), Number(found.d)];
  const year = yearIn(found, today);
  return year === undefined ? nextDay(today, month, day) : dayOf(year, month, day);
}

function monthEnd(found: Groups, { months, today }: DateHabits): LocalDate | undefined {
  const month = months.numberOf(found.month ?? '');
  const year = yearIn(found, today);
  return year === undefined ? nextMonthEnd(today, month) : lastDayOf(year, month);
}

function chinese(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const number = (text: string | undefined) =>
    /^\d+$/.test(text ?? '') ? Number(text) : chineseNumber(text ?? '');
  const month = number(found.cm);
  const later = { 今年: 0, 明年: 1, 后年: 2 }[found.when ?? ''];
  const year = found.year ? Number(found.year) : later === undefined ? undefined : yearOf(today) + later;
  const part = found.part?.[0];
  const day = part === '中' ? 15 : part === '初' ? 1 : number(found.cd);
  if (Number.isNaN(day)) return year === undefined ? validMonthEnd(today, month) : lastDayOf(year, month);
  return year === undefined ? nextDay(today, month, day) : dayOf(year, month, day);
}

function validMonthEnd(today: LocalDate, month: number): LocalDate | undefined {
  return month >= 1 && month <= 12 ? nextMonthEnd(today, month) : undefined;
}
