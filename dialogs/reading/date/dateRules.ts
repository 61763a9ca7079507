import type { LocalDate } from '#domain/values/instant.ts';
import { dayOf, lastDayOf, monthOf, nextDay, nextMonthEnd, plusMonths, yearOf } from './calendar.ts';
import {
  cn,
  cnYear,
  type DateHabits,
  type DateRule,
  fullYear,
  type Groups,
  han,
  ordinal,
  part,
  whole,
  year,
  yearIn,
} from './dateRule.ts';
import { chineseNumber, type Months } from './dateWords.ts';
import { fiscalRules } from './fiscalRules.ts';
import { openRules } from './openRules.ts';
import { periodRules } from './periodRules.ts';
import { partOf } from './periods.ts';
import { quarterRules } from './quarterRules.ts';
import { dayRules, stretchRules } from './stretchRules.ts';
import { contradicts, weekdayRules } from './weekdays.ts';

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
      pattern: whole(
        `(?<d>\\d{1,2})${ordinal}[ -]?(?:of |de |di )?${month}(?:-(?=\\d{4}|\\d\\d(?!\\d)))?${year}?`,
      ),
      read: named,
    },
    {
      pattern: whole(`${month} (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,]\\d)${year}?`),
      read: named,
    },
    { pattern: whole(`${part}${month}${year}?`), read: monthPart },
    {
      pattern: whole(
        `(?:the |der |am |den |il |le )?(?:first of|1st of|erste[rn]?|första|первого|primo) ${month}${year}?`,
      ),
      read: (found, habits) => named({ ...found, d: '1' }, habits),
    },
    { pattern: whole(`${month}[ -](?<begin>start|anfang)|${month}[ -](?:end|ende)`), read: monthPart },
    {
      pattern: whole(
        '(?<m>0?[1-9]|1[0-2])/(?<year>20\\d\\d)|(?<m2>0[1-9]|1[0-2])\\.(?<year2>20\\d\\d)|(?<year3>20\\d\\d)-(?<m3>0[1-9]|1[0-2])(?!-)',
      ),
      read: monthInFigures,
    },
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
      pattern: han(
        `${cnYear}?(?<cm>${cn})月(?<cd>${cn})(?:日|号|號)?(?:[ (]?(?:星期|周)(?<weekday>[一二三四五六日天])[)]?)?`,
      ),
      read: chineseDay,
    },
    { pattern: han(`${cnYear}?(?<cm>${cn})月(?:份)?(?<part>底|末|中旬?|初)`), read: chinese },
    { pattern: han(`${cnYear}(?<cm>${cn})月份?`), read: chinese },
    { pattern: han(`(?<cm>${cn})月份?`), needsCue: true, wholeMonth: true, read: chinese },
    {
      pattern: whole(
        '(?<d>\\d{1,2})(?:st|nd|rd|th|\\.|:e|-?го|-?му|[日号號])|(?<=(?:il|den|al) )(?<d2>\\d{1,2})(?![.,/:]?\\d)',
      ),
      needsCue: true,
      read: dayAlone,
    },
    ...weekdayRules,
    ...dayRules,
    ...quarterRules,
    ...periodRules,
    ...stretchRules,
    ...fiscalRules,
    ...openRules(month),
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

function monthEnd(found: Groups, { months, today, language }: DateHabits): LocalDate | undefined {
  // Christmas to Swedes, as well as July.
  if (language === 'sv' && /^jul$/iu.test(found.month ?? '')) return undefined;
  const month = months.numberOf(found.month ?? '');
  const year = yearIn(found, today);
  return year === undefined ? nextMonthEnd(today, month) : lastDayOf(year, month);
}

/** The beginning, the middle or the end of a month. */
function monthPart(found: Groups, habits: DateHabits): LocalDate | undefined {
  const which = partOf(found);
  if (which === 'end') return monthEnd(found, habits);
  return named({ ...found, d: which === 'mid' ? '15' : '1' }, habits);
}

function monthInFigures({ m, m2, m3, year, year2, year3 }: Groups): LocalDate | undefined {
  return lastDayOf(Number(year ?? year2 ?? year3), Number(m ?? m2 ?? m3));
}

/** The 15th: the next one there is. */
function dayAlone({ d, d2 }: Groups, { today }: DateHabits): LocalDate | undefined {
  const day = Number(d ?? d2);
  const dates = [0, 1, 2].map((later) => {
    const first = plusMonths(`${today.slice(0, 8)}01`, later);
    return dayOf(yearOf(first), monthOf(first), day);
  });
  return dates.find((date) => date && date >= today);
}

/** With the weekday behind it, which must be the one that the day has. */
function chineseDay(found: Groups, habits: DateHabits): LocalDate | undefined {
  const date = chinese(found, habits);
  const right = !found.weekday || !date || !contradicts(`星期${found.weekday},`, date);
  return right ? date : undefined;
}

function chinese(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const number = (text: string | undefined) =>
    /^\d+$/.test(text ?? '') ? Number(text) : chineseNumber(text ?? '');
  const month = number(found.cm);
  const year = yearIn(found, today);
  const part = found.part?.[0];
  const day = part === '中' ? 15 : part === '初' ? 1 : number(found.cd);
  if (Number.isNaN(day)) return year === undefined ? validMonthEnd(today, month) : lastDayOf(year, month);
  return year === undefined ? nextDay(today, month, day) : dayOf(year, month, day);
}

function validMonthEnd(today: LocalDate, month: number): LocalDate | undefined {
  return month >= 1 && month <= 12 ? nextMonthEnd(today, month) : undefined;
}
