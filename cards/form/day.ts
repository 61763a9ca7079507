import type { FieldProblem } from '#cards/problemTexts.ts';
import type { LocalDate } from '#domain/values/instant.ts';

const MOST_YEARS = 10;

/** Reads the input of a close date: a day of the calendar, from today on, and not beyond ten years. */
export function readCloseDay(
  text: string,
  today: LocalDate,
): { day: LocalDate; problem?: FieldProblem | undefined } {
  const read = readDay(text);
  if (read === undefined) return { day: '', problem: { code: 'close-date-missing' } };
  if (read === 'unreadable') return { day: dayIn(text), problem: { code: 'close-date-unreadable' } };
  const day = read;
  if (day < today) return { day, problem: { code: 'close-date-past' } };
  if (day > `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`) {
    return { day, problem: { code: 'close-date-far', values: { years: MOST_YEARS } } };
  }
  return { day };
}

/** A day of the calendar, whenever it is; undefined where nothing stands there. */
export function readDay(text: string): LocalDate | 'unreadable' | undefined {
  if (text === '') return undefined;
  const day = dayIn(text);
  const at = Date.parse(`${day}T00:00:00Z`);
  // 31 February parses to a day in March.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) ? 'unreadable' : day;
}

function dayIn(text: string): string {
  return /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0] ?? '';
}
