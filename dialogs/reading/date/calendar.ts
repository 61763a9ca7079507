import type { LocalDate } from '#domain/values/instant.ts';

const DAY = 86_400_000;
/** Stands for everything that is too far away to be written. */
const FAR_AWAY = '9999-12-31';

/** The day, or nothing where the calendar has none: there is no 31 February. */
export function dayOf(year: number, month: number, day: number): LocalDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

export function lastDayOf(year: number, month: number): LocalDate | undefined {
  return dayOf(year, month, lengthOf(year, month));
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  const at = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  return at < Date.parse(FAR_AWAY) ? new Date(at).toISOString().slice(0, 10) : FAR_AWAY;
}

/** The same day so many months later, or that month's last where it is shorter. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  if (year > 9999) return FAR_AWAY;
  return dayOf(year, month, Math.min(Number(date.slice(8)), lengthOf(year, month))) ?? FAR_AWAY;
}

/** A day without its year is the next one there is, today included: 29 February may be years away. */
export function nextDay(today: LocalDate, month: number, day: number): LocalDate | undefined {
  for (let year = yearOf(today); year <= yearOf(today) + 8; year += 1) {
    const date = dayOf(year, month, day);
    if (date !== undefined && date >= today) return date;
    if (month !== 2 || day !== 29) {
      if (date === undefined) return undefined;
    }
  }
  return undefined;
}

/** The end of a month without its year: of the present one or the next. */
export function nextMonthEnd(today: LocalDate, month: number): LocalDate | undefined {
  return lastDayOf(yearOf(today) + (month < monthOf(today) ? 1 : 0), month);
}

function lengthOf(year: number, month: number): number {
  const day = new Date(0);
  day.setUTCFullYear(year, month, 0);
  return day.getUTCDate();
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
