import type { LocalDate } from '#domain/values/instant.ts';
import { plusDays } from './calendar.ts';
import { type DateHabits, type DateRule, type Groups, han, whole } from './dateRule.ts';

/** Monday first; everyone understands those of all languages. */
const names: readonly string[] = [
  'mon(?:day)?|montag|mo|måndag(?:en)?|понедельник|пн|luned[iì]|lun|周一|星期一',
  'tues?(?:day)?|dienstag|di|tisdag(?:en)?|вторник|вт|marted[iì]|周二|星期二',
  'wed(?:nes(?:day)?)?|mittwoch|mi|onsdag(?:en)?|сред[ау]|ср|mercoled[iì]|mer|周三|星期三',
  'thu(?:rs(?:day)?)?|donnerstag|do|torsdag(?:en)?|четверг|чт|gioved[iì]|gio|周四|星期四',
  'fri(?:day)?|freitag|fr|fredag(?:en)?|пятниц[ау]|пт|venerd[iì]|ven|周五|星期五',
  'sat(?:ur(?:day)?)?|samstag|sonnabend|sa|lördag(?:en)?|суббот[ау]|сб|sabato|sab|周六|星期六',
  'sun(?:day)?|sonntag|so|söndag(?:en)?|воскресенье|вс|domenica|dom|周日|星期[日天]',
];
const long = names.map((spelled) =>
  spelled
    .split('|')
    .filter((name) => name.length > 3 && !/\p{Script=Han}/u.test(name))
    .join('|'),
);
const weekday = `(?:${long.map((words, index) => `(?<w${index}>${words})`).join('|')})`;
const nextWeek =
  'next week|nächste[rn]? woche|der nächsten woche|nästa vecka|(?:на )?следующей недел[ие]|(?:la |della )?(?:prossima settimana|settimana prossima)';

/** Every weekday in the words before a date, Monday 0. */
const spoken = names.map(
  // Prima di giugno is no Tuesday: short ones have a point or a comma.
  (words, index) => new RegExp(`(?<!\\p{L})(?:(?:${long[index]})(?!\\p{L})|(?:${words})[.,])`, 'iu'),
);

/** Whether a weekday that stands before a date is another one than the date has: then it is not known what is meant. */
export function contradicts(words: string, date: LocalDate): boolean {
  const said = spoken.findIndex((pattern) => pattern.test(words));
  return said >= 0 && said !== dayOfWeek(date);
}

/** `Friday next week`, `nächste Woche Freitag`. */
export const weekdayRules: readonly DateRule[] = [
  { pattern: whole(`${weekday},? (?:of )?(?:${nextWeek})`), read: nextWeeks },
  {
    pattern: whole(`(?:am |på |on )?(?:this |den |der )?(?:kommande|kommende[rn]?|(?:up)?coming) ${weekday}`),
    read: coming,
  },
  { pattern: han('(?:本|这个?)(?:周|星期)(?<day>[一二三四五六日天])'), read: thisWeeks },
  { pattern: whole(`(?:${nextWeek}),? (?:on |am |på |в |во )?${weekday}`), read: nextWeeks },
];

function coming(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const index = names.findIndex((_one, at) => found[`w${at}`]);
  return plusDays(today, ((index - dayOfWeek(today) + 6) % 7) + 1);
}

function thisWeeks(found: Groups, { today }: DateHabits): LocalDate | undefined {
  return plusDays(today, '一二三四五六日'.indexOf(found.day?.replace('天', '日') ?? '') - dayOfWeek(today));
}

function nextWeeks(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const index = names.findIndex((_one, at) => found[`w${at}`]);
  return plusDays(today, 7 - dayOfWeek(today) + index);
}

const wholly = names.map((words) => new RegExp(`^(?:${words})\\.?$`, 'iu'));

/** The day that a word is the name of, short or long: 1 is Monday. */
export function weekdayNamed(word: string): number | undefined {
  const at = wholly.findIndex((pattern) => pattern.test(word));
  return at < 0 ? undefined : at + 1;
}

/** Monday is 0. */
export function dayOfWeek(date: LocalDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
