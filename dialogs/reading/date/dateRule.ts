import type { Language } from '#cards/say.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { yearOf } from './calendar.ts';
import type { Months } from './dateWords.ts';

/** What dates are read by: the reader's months, their own day, and the order in which they write figures. */
export interface DateHabits {
  months: Months;
  today: LocalDate;
  dayFirst: boolean;
  language: Language;
  /** The first month of the organization's fiscal year, 1 to 12; fiscal years are asked without. */
  fiscalYearStart?: number | undefined;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of writing a date. */
export interface DateRule {
  pattern: RegExp;
  /** Also means something else, so that in a line it counts only after a word such as `by`. */
  needsCue?: boolean;
  /** A name of a month and nothing else: `before March` ends on the last of February. */
  wholeMonth?: boolean;
  /** A quarter, a half or a year that may stand without a part of it: before Q2 ends on the day before it. */
  period?: boolean;
  /** Says when without a day of its own, as a week does: beside a date it says nothing more. */
  aside?: boolean;
  /** The day; nothing when it looks like a date, but the calendar has no such day, or which one is meant is open. */
  read(groups: Groups, habits: DateHabits): LocalDate | undefined;
}

export const next =
  'next|coming|nächste[nrms]?|naechste[nrms]?|kommende[nrms]?|nästa|nasta|下个?|следующ(?:его|ий|ем|ему|ей)|prossim[oa]|n\\.? ?ä\\.?';
export const present =
  'this|the|current|diese[nrms]?|des|laufende[nrms]?|detta|den här|本|这个?|эт(?:ого|от|ом)|текущ(?:его|ий|ем)|quest[oa]|del|dell';
const end =
  "(?:the )?last day (?:of|in)(?: the)?|(?:am )?letzte[rn]? tag (?:des|im|vom)|sista dagen (?:i|av|på)|последний день|(?:l')?ultimo giorno d(?:i|el(?:l[ao']?)?)|(?:the )?(?:very )?end(?:[ -]of(?:[ -]the)?)?|close of|ende?|ultimo|utgången av|i?slutet(?: av| på)?|slut(?: på)?|кон(?:ец|ца|цу|це)|(?:alla |la )?fine(?: d(?:i|el(?:l[ao']?)?))?";
const middle =
  "(?:the )?mid(?:dle)?(?:[ -]?of(?: the)?)?|mitte|medio|mitten (?:av|på)|(?:в )?середин[аыеу]|(?:a )?met[àa](?: d(?:i|el(?:l[ao']?)?))?";
const beginning =
  "(?:the )?(?:beginning|start) of(?: the)?|anfang|beginn|början (?:av|på)|(?:в )?начал[оауе]|(?:l'|all')?inizio(?: d(?:i|el(?:l[ao']?)?))?";
/** The beginning, the middle or the end of something that follows. */
export const part = `(?:(?<begin>${beginning})|(?<mid>${middle})|(?<fin>${end}))[ -]?`;
const nextYear =
  "(?:of )?next year|nächsten jahres|nächstes jahr|nästa år|следующего года|(?:dell'|del )?(?:anno prossimo|prossimo anno)";
const shortYear = "'\\d\\d|(?:2[5-9]|3[2-9])(?![.,:]?\\d| ?[%k€$£])";
/** A year behind a month or a quarter. */
export const year = `(?:,? ?(?:of |des jahres |del )?(?<year>(?:19|20)\\d\\d|${shortYear})(?!\\d)(?: ?(?:года|году|год|г\\.?(?!\\p{L})|年))?|,? ?(?<nextYear>${nextYear}))`;
export const ordinal = '(?:st|nd|rd|th|\\.|°|º|:e|:a|-?(?:е|го|ое))?';
export const cn = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
export const cnYear = '(?:(?<year>(?:19|20)\\d\\d)年|(?<when>今年|明年|后年|来年))';

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

/** The year that is named, or nothing. */
export function yearIn(found: Groups, today: LocalDate): number | undefined {
  if (found.year) return fullYear(found.year);
  const later = { 今年: 0, 明年: 1, 来年: 1, 后年: 2 }[found.when ?? ''];
  if (later !== undefined) return yearOf(today) + later;
  return found.nextYear ? yearOf(today) + 1 : undefined;
}

export function fullYear(text: string): number {
  const digits = text.replace(/\D/g, '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
