import * as english from 'chrono-node';
import * as german from 'chrono-node/de';
import * as italian from 'chrono-node/it';
import * as russian from 'chrono-node/ru';
import * as swedish from 'chrono-node/sv';
import * as chinese from 'chrono-node/zh/hans';
import { intlLocale } from '#cards/format.ts';
import { dateTimeFormat } from '#cards/intl.ts';
import type { Language } from '#cards/say.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { dayOf, lastDayOf, monthOf, plusDays, plusMonths, yearOf } from './calendar.ts';
import { cueAfter, cueBefore } from './dateCues.ts';
import type { DateHabits, DateRule, Groups } from './dateRule.ts';
import { dateRules } from './dateRules.ts';
import { monthsOf } from './dateWords.ts';
import { contradicts } from './weekdays.ts';

/** Whose dates these are: how they write them, and the day it is for them. */
export interface DateContext {
  language: Language;
  /** Full tag, such as `en-GB`; the language's own habits without it. */
  locale?: string | undefined;
  today: LocalDate;
  /** The first month of the organization's fiscal year, 1 to 12; fiscal years are asked without. */
  fiscalYearStart?: number | undefined;
}

/** A date in a text, together with the words that lead to it (`by`, `bis zum`, `前`). */
export interface FoundDate {
  start: number;
  end: number;
  /** Nothing when the calendar has no such day. */
  date: LocalDate | undefined;
  /** A word such as `by` says that it is one. */
  cued: boolean;
  /** Can hardly be anything else. */
  sure: boolean;
  /** Beside another date it says nothing more: KW 5. */
  aside: boolean;
}

const MOST_DAYS = 31;
const yesterday = /^(?:yesterday|gestern|igår|i går|вчера|ieri|昨天)$/iu;
// Beyond a weekday alone, which names have as well.
const pointed =
  /^(?:on )?(?:next|this|coming|(?:am )?(?:nächste|kommende|diese)[nrms]?|nästa|på|下|本|这|(?:в )?следующ|questo|prossim)|(?:prossim[oa])$/iu;

const chronos = {
  en: english.casual,
  de: german.casual,
  sv: swedish.casual,
  'zh-Hans': chinese.casual,
  ru: russian.casual,
  it: italian.casual,
} as const;

const rulesOf = new Map<Language, readonly DateRule[]>();

/** What is longer is no line: dates are looked for up to here. */
const LONGEST = 500;

/** Every date in the first line of a folded text, from left to right, none of them inside another. */
export function findDates(whole: string, context: DateContext): FoundDate[] {
  const text = whole.slice(0, LONGEST);
  const habits = habitsOf(context);
  const rules = rulesOf.get(context.language) ?? dateRules(habits.months);
  rulesOf.set(context.language, rules);
  const own = rules.flatMap((rule) =>
    [...text.matchAll(rule.pattern)]
      // Studio 54 March is no try at a date.
      .filter(({ groups }) => !(Number(groups?.d ?? groups?.cd) > MOST_DAYS))
      .map((match) => found(text, rule, match, habits)),
  );
  return longestApart([...own, ...chronoDates(text, context)]);
}

/** Whether they write the day before the month in figures. */
function habitsOf({ language, locale, today, fiscalYearStart }: DateContext): DateHabits {
  const tag = intlLocale({ language, locale: locale ?? language });
  const parts = dateTimeFormat(tag, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  const types = parts.map(({ type }) => type);
  const dayFirst = types.indexOf('day') < types.indexOf('month');
  return { months: monthsOf(language), today, dayFirst, language, fiscalYearStart };
}

function found(text: string, rule: DateRule, match: RegExpExecArray, habits: DateHabits): FoundDate {
  const groups = match.groups ?? {};
  const end = match.index + match[0].length;
  const [ahead, behind] = [cueBefore(text.slice(0, match.index)), cueAfter(text.slice(end))];
  let date = rule.read(groups, habits);
  // Before March is not in March; by March is.
  if (date && rule.wholeMonth && (ahead?.excludes || behind?.excludes)) {
    const before = plusMonths(`${date.slice(0, 8)}01`, -1);
    date = lastDayOf(yearOf(before), monthOf(before));
    if (date && date < habits.today) date = lastDayOf(yearOf(before) + 1, monthOf(before));
  }
  if (date && rule.period && isWhole(groups) && (ahead?.closes || behind?.excludes)) {
    const first = rule.read({ ...groups, begin: 'begin' }, habits);
    date = first && plusDays(first, -1);
  }
  if (date && contradicts(text.slice(match.index - (ahead?.length ?? 0), match.index), date))
    date = undefined;
  return {
    start: match.index - (ahead?.length ?? 0),
    end: end + (behind?.length ?? 0),
    date,
    cued: Boolean(ahead?.leads || behind),
    sure: !rule.needsCue,
    aside: rule.aside ?? false,
  };
}

/** Whether nothing is said of the beginning, the middle or the end of a period. */
function isWhole({ begin, mid, fin }: Groups): boolean {
  return !begin && !mid && !fin;
}

/** What else the library knows: weekdays, `tomorrow`, `next week`. In words only; figures are read by our own rules. */
function chronoDates(text: string, { language, today }: DateContext): FoundDate[] {
  // Noon of the day, read back in the same zone, so that no zone can shift it.
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const reference = new Date(year, month - 1, day, 12);
  return [...new Set<Language>([language, 'en'])].flatMap((own) =>
    chronos[own].parse(text, reference, { forwardDate: true }).flatMap((result) => {
      const { start } = result;
      const spoken = result.text.trim();
      if (result.end || /\d/.test(spoken) || !/\p{L}/u.test(spoken)) return [];
      // Whatever has no day of its own is for our rules: next year is its last day to a seller, and not today's.
      if (!start.isCertain('weekday') && !yesterday.test(spoken)) return [];
      const day = dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
      const from = result.index + result.text.length - result.text.trimStart().length;
      const end = from + spoken.length;
      const [ahead, behind] = [cueBefore(text.slice(0, from)), cueAfter(text.slice(end))];
      const said = text.slice(from - (ahead?.length ?? 0), end);
      const date = day && contradicts(said, day) ? undefined : day;
      return [
        {
          start: from - (ahead?.length ?? 0),
          end: end + (behind?.length ?? 0),
          date,
          cued: Boolean(ahead?.leads || behind),
          sure: pointed.test(spoken),
          aside: false,
        },
      ];
    }),
  );
}

function longestApart(dates: readonly FoundDate[]): FoundDate[] {
  // Of two readings of the same words, the one that the calendar knows.
  const size = (one: FoundDate) => (one.end - one.start) * 2 + (one.date ? 1 : 0);
  const kept: FoundDate[] = [];
  for (const one of [...dates].sort((a, b) => size(b) - size(a) || a.start - b.start)) {
    if (!kept.some((other) => overlap(one, other))) kept.push(one);
  }
  return kept.sort((one, other) => one.start - other.start);
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}
