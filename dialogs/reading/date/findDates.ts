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
import { dayOf, lastDayOf, monthOf, plusMonths, yearOf } from './calendar.ts';
import { cueAfter, cueBefore } from './dateCues.ts';
import type { DateHabits, DateRule } from './dateRule.ts';
import { dateRules } from './dateRules.ts';
import { monthsOf } from './dateWords.ts';

/** Whose dates these are: how they write them, and the day it is for them. */
export interface DateContext {
  language: Language;
  /** Full tag, such as `en-GB`; the language's own habits without it. */
  locale?: string | undefined;
  today: LocalDate;
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
}

const MOST_DAYS = 31;
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

/** Every date in a folded text, from left to right, none of them inside another. */
export function findDates(text: string, context: DateContext): FoundDate[] {
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
function habitsOf({ language, locale, today }: DateContext): DateHabits {
  const tag = intlLocale({ language, locale: locale ?? language });
  const parts = dateTimeFormat(tag, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  const types = parts.map(({ type }) => type);
  return { months: monthsOf(language), today, dayFirst: types.indexOf('day') < types.indexOf('month') };
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
  return {
    start: match.index - (ahead?.length ?? 0),
    end: end + (behind?.length ?? 0),
    date,
    cued: Boolean(ahead?.leads || behind),
    sure: !rule.needsCue,
  };
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
      // A month alone is its first day to the library, and its last to a seller.
      const exact = start.isCertain('day') || start.isCertain('weekday');
      if (!exact && (start.isCertain('month') || !/\s|\p{Script=Han}/u.test(spoken))) return [];
      const date = dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
      const from = result.index + result.text.length - result.text.trimStart().length;
      const end = from + spoken.length;
      const [ahead, behind] = [cueBefore(text.slice(0, from)), cueAfter(text.slice(end))];
      return [
        {
          start: from - (ahead?.length ?? 0),
          end: end + (behind?.length ?? 0),
          date,
          cued: Boolean(ahead?.leads || behind),
          sure: pointed.test(spoken),
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
