import type { LocalDate } from '#domain/values/instant.ts';
import { yearOf } from './calendar.ts';
import type { Months } from './dateWords.ts';

/** What dates are read by: the reader's months, their own day, and the order in which they write figures. */
export interface DateHabits {
  months: Months;
  today: LocalDate;
  dayFirst: boolean;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of writing a date. */
export interface DateRule {
  pattern: RegExp;
  /** Also means something else, so that in a line it counts only after a word such as `by`. */
  needsCue?: boolean;
  /** A name of a month and nothing else: `before March` ends on the last of February. */
  wholeMonth?: boolean;
  /** The day; nothing when it looks like a date, but the calendar has no such day. */
  read(groups: Groups, habits: DateHabits): LocalDate | undefined;
}

export const next =
  'next|nächste[nrms]?|naechste[nrms]?|nästa|nasta|kommande|下个?|следующ(?:его|ий|ем|ему)|prossim[oa]|n\\.? ?ä\\.?';
export const dayIfReal =
  'this|the|current|diese[nrms]?|des|laufenden|detta|den här|本|这个?|этого|текущего|quest[oa]|del|dell';
export const end =
  "(?:the )?end(?: of)?|ende?|utgången av|slutet(?: av| på)?|slut(?: på)?|кон(?:ец|ца|цу|це)|(?:la )?fine(?: d(?:i|el(?:l[ao']?)?))?";
export const middle = 'mid(?:dle)?(?: ?-?of)?|mitte|mitten av|середин[аыеу]|met[àa](?: di)?';
export const beginning = "(?:the )?(?:beginning|start) of|anfang|början av|начал[оауе]|(?:l')?inizio(?: di)?";
const nextYear =
  "(?:of )?next year|nächsten jahres|nächstes jahr|nästa år|следующего года|(?:dell'|del )?(?:anno prossimo|prossimo anno)";
export const year = `(?:,? ?(?:of |des jahres |del )?(?<year>(?:19|20)\\d\\d|'\\d\\d)(?!\\d)(?: ?(?:года|году|год|г\\.?(?!\\p{L})|年))?|,? ?(?<nextYear>${nextYear}))`;
export const ordinal = '(?:st|nd|rd|th|\\.|°|º|:e|:a|-?(?:е|го|ое))?';
export const cn = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
export const cnYear = '(?:(?<year>(?:19|20)\\d\\d)年|(?<when>今年|明年|后年))';

// A letter or digit of any script but Chinese, which is written without blanks.
const adjacent = '(?:\\p{N}|(?!\\p{Script=Han})\\p{L})';
const before = `(?<!${adjacent})`;
const after = `(?!${adjacent})`;

/** Latin and Cyrillic words end where letters end; Chinese ones do not. */
export function whole(source: string): RegExp {
  return new RegExp(`${before}(?:${source})${after}`, 'giu');
}

export function han(source: string): RegExp {
  return new RegExp(`(?<!\\d)(?:${source})`, 'giu');
}

export function yearIn(found: Groups, today: LocalDate): number | undefined {
  if (found.year) return fullYear(found.year);
  return found.nextYear ? yearOf(today) + 1 : undefined;
}

export function fullYear(text: string): number {
  const digits = text.replace(/\D/g, '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
