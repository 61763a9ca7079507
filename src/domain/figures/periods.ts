import type { LocalDate } from '#domain/values/instant.ts';
import type { Month } from './counted.ts';

/** A quarter of a calendar year, or of a fiscal year, which has the number of the year in which it ends. */
export interface Quarter {
  first: Month;
  /** 1 to 4. */
  number: number;
  year: number;
}

/** The month so many months later, or earlier. */
export function monthsLater(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  const text = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${text(Math.floor(months / 12), 4)}-${text((months % 12) + 1, 2)}`;
}

/** The quarter of a month, where the year begins with the month of this number. */
export function quarterAt(month: Month, yearBegins = 1): Quarter {
  // As if the year began in January.
  const shifted = monthsLater(month, 1 - yearBegins);
  const [year = 0, number = 1] = shifted.split('-').map(Number);
  const inQuarter = (number - 1) % 3;
  return {
    first: monthsLater(month, -inQuarter),
    number: Math.ceil(number / 3),
    year: yearBegins === 1 ? year : year + 1,
  };
}

/** The months of a quarter. */
export function monthsOfQuarter({ first }: Pick<Quarter, 'first'>): Month[] {
  return [0, 1, 2].map((count) => monthsLater(first, count));
}

/** The first day of a month. */
export function startOfMonth(month: Month): LocalDate {
  return `${month}-01`;
}

/** The last day of a month. */
export function endOfMonth(month: Month): LocalDate {
  const next = Date.parse(`${startOfMonth(monthsLater(month, 1))}T00:00:00.000Z`);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}
