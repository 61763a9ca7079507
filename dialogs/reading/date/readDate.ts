import { fold } from '#dialogs/reading/fold.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { dayOf } from './calendar.ts';
import { type DateContext, findDates } from './findDates.ts';

export type DateProblem = 'close-date-unreadable' | 'close-date-past' | 'close-date-far';
export type DateReading =
  | { ok: true; date: LocalDate }
  | { ok: false; code: DateProblem; values?: { years: number } };

const LONGEST = 200;
const MOST_YEARS = 10;

/** Words that turn a date into another one: `a week after 31 March`, `not before June`. */
const turning =
  /(?<!\p{L})(?:after|since|from|not|before|week|early|late|nach|ab|seit|nicht|vor|früh|efter|sedan|inte|innan|före|после|не|с|dopo|non|prima)(?!\p{L})|[后非不]/iu;
const polite =
  /(?<!\p{L})(?:maybe|perhaps|probably|please|i think|vielleicht|wohl|wahrscheinlich|bitte|kanske|nog|antagligen|наверное|возможно|пожалуйста|примерно|forse|probabilmente|per favore)(?!\p{L})|大概|可能|也许|请/giu;

/**
 * A close date as people write it, in their language or English: `31.3.2027`, `end of June`, `in 6 weeks`, `Q2`.
 * A calendar day: no zone shifts it. What can't be settled is refused; words around a single date are not.
 */
export function readDate(text: string, context: DateContext): DateReading {
  const folded = fold(text.normalize('NFC')).replaceAll('\n', ' ').trim();
  if (folded.length > LONGEST) return { ok: false, code: 'close-date-unreadable' };
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(folded);
  if (compact)
    return judgeDate(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])), context.today);
  const dates = findDates(folded, context);
  const sure = dates.filter((one) => one.sure || one.cued);
  const [only, ...more] = sure.length > 0 ? sure : dates;
  const rest = only ? folded.slice(0, only.start) + folded.slice(only.end) : folded;
  // Half-understood is misread: figures that are no part of the date may have been meant as one.
  if (!only || more.length > 0 || /\p{N}/u.test(rest)) return { ok: false, code: 'close-date-unreadable' };
  if (only.sure ? turning.test(rest) : /\p{L}/u.test(rest.replace(polite, '')))
    return { ok: false, code: 'close-date-unreadable' };
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
