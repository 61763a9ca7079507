import { fold } from '#dialogs/reading/fold.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { isHarmlessForDates } from './besideDates.ts';
import { dayOf } from './calendar.ts';
import { settledDates } from './dateQuestions.ts';
import { type DateContext, findDates } from './findDates.ts';

export type DateProblem = 'close-date-unreadable' | 'close-date-past' | 'close-date-far';
export type DateReading =
  | { ok: true; date: LocalDate }
  | { ok: false; code: DateProblem; values?: { years: number } };

const LONGEST = 200;
const MOST_YEARS = 10;

/**
 * A close date as people write it, in their language or English: `31.3.2027`, `end of June`, `in 6 weeks`, `Q2`.
 * A calendar day: no zone shifts it. What can't be settled is refused, and so is
 * a date beside words that are not known to leave it as it is.
 */
export function readDate(text: string, context: DateContext): DateReading {
  if (text.length > LONGEST) return { ok: false, code: 'close-date-unreadable' };
  const folded = fold(text.normalize('NFC')).replaceAll('\n', ' ').trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(folded);
  if (compact)
    return judgeDate(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])), context.today);
  const dates = settledDates(folded, findDates(folded, context));
  const sure = dates.filter((one) => one.sure || one.cued);
  const [only, ...more] = sure.length > 0 ? sure : dates;
  if (!only || more.length > 0) return { ok: false, code: 'close-date-unreadable' };
  // Half-understood is misread: what is not known to change nothing may have changed everything.
  const rest = [folded.slice(0, only.start), folded.slice(only.end)];
  if (!rest.every(isHarmlessForDates)) return { ok: false, code: 'close-date-unreadable' };
  return judgeDate(only.date, context.today);
}

/** Whether a day can be a close date: one that exists, not past and not absurdly far. */
export function judgeDate(date: LocalDate | undefined, today: LocalDate): DateReading {
  if (date === undefined) return { ok: false, code: 'close-date-unreadable' };
  if (date < today) return { ok: false, code: 'close-date-past' };
  if (date > `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`)
    return { ok: false, code: 'close-date-far', values: { years: MOST_YEARS } };
  return { ok: true, date };
}
