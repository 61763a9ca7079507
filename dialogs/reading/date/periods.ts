import type { LocalDate } from '#domain/values/instant.ts';
import { dayOf, lastDayOf, monthOf, plusMonths, yearOf } from './calendar.ts';
import type { Groups } from './dateRule.ts';

/** Which day of a period is meant; the last one where nothing is said. */
export type Part = 'begin' | 'mid' | 'end';

export function partOf(found: Groups): Part {
  return found.begin ? 'begin' : found.mid ? 'mid' : 'end';
}

/** The day of a period of 1, 3, 6 or 12 months that begins on the first of a month. */
export function dayIn(first: LocalDate, months: number, part: Part): LocalDate | undefined {
  if (part === 'begin') return first;
  if (part === 'mid' && months < 6) {
    const middle = plusMonths(first, (months - 1) / 2);
    return dayOf(yearOf(middle), monthOf(middle), 15);
  }
  const last = plusMonths(first, (part === 'mid' ? months / 2 : months) - 1);
  return lastDayOf(yearOf(last), monthOf(last));
}

/** The same of a period that comes every year, such as the second quarter; without a year the next one there is. */
export function dayInYear(
  today: LocalDate,
  when: { month: number; months: number; year?: number | undefined },
  part: Part,
): LocalDate | undefined {
  const { month, months, year } = when;
  const dayIs = (one: number) => {
    const first = dayOf(one, month, 1);
    return first && dayIn(first, months, part);
  };
  if (year !== undefined) return dayIs(year);
  return [yearOf(today) - 1, yearOf(today), yearOf(today) + 1]
    .map(dayIs)
    .find((date) => date && date >= today);
}

/** The first day of the period of so many months in which a day lies, counted from January or another month. */
export function periodAround(day: LocalDate, months: number, firstMonth = 1): LocalDate {
  const into = (monthOf(day) - firstMonth + 12) % months;
  return plusMonths(`${day.slice(0, 8)}01`, -into);
}
