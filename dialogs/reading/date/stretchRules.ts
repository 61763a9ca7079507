import type { LocalDate } from '#domain/values/instant.ts';
import { plusDays, plusMonths } from './calendar.ts';
import { type DateHabits, type DateRule, type Groups, han, whole } from './dateRule.ts';
import { countPattern, numberOf, units } from './dateWords.ts';

const unit = units.map(({ words }, index) => `(?<u${index}>${words})`).join('|');
// Two months are 两个月; 6月后 is after June.
const hanUnit = unit.replace('个?月', '(?:个|(?<=两))月');
const half =
  "(?:half a |a half |einem halben |ein halbes )(?:year|jahr)|(?:ett )?halvår|полгода|mezz'anno|mezzo anno";
const within =
  'in|within(?: the next)?|inside|innerhalb(?: von)?|binnen|om|inom|через|в течение|tra|fra|entro|nel giro di';
const afterwards = 'from (?:now|today)|ab (?:heute|jetzt)|framåt|спустя|da oggi|da adesso';

const soon: readonly [days: number, spoken: string, chinese: string][] = [
  [0, 'today|heute|i ?dag|сегодня|oggi', '今天'],
  [1, 'tomorrow|i ?morgon|morgen|завтра|domani', '明天'],
  [2, '(?:the )?day after tomorrow|übermorgen|i ?övermorgon|послезавтра|dopodomani', '后天'],
  [
    7,
    'next week|nächste woche|nästa vecka|на следующей неделе|следующая неделя|(?:la )?(?:prossima settimana|settimana prossima)',
    '下个?(?:周|星期)(?![一二三四五六日天末])',
  ],
];

/** Days that have a name of their own. */
export const dayRules: readonly DateRule[] = soon.flatMap(([days, spoken, chinese]) =>
  [whole(spoken), han(chinese)].map((pattern) => ({
    pattern,
    needsCue: true,
    read: (_found: Groups, { today }: DateHabits) => plusDays(today, days),
  })),
);

/** `in 6 weeks`: counted from today. */
export const stretchRules: readonly DateRule[] = [
  {
    pattern: whole(
      `(?:(?:heute|today|oggi) )?(?:${within}) (?:(?:den |die |i |le )?(?:nächsten |kommande |prossim[ie] )?(?<count>${countPattern})[ -]?)?(?:${unit})(?: time)?`,
    ),
    read: stretch,
  },
  { pattern: whole(`(?<count>${countPattern})[ -]?(?:${unit}) (?:${afterwards})`), read: stretch },
  { pattern: whole(`(?<count>\\d{1,4}) ?(?:${unit})`), needsCue: true, read: stretch },
  { pattern: whole(`(?:${within}) (?:${half})`), read: (_found, { today }) => plusMonths(today, 6) },
  {
    pattern: han(`(?<count>\\d{1,4}|[一两二三四五六七八九十]{1,3}) ?(?:${hanUnit})(?:之?后|以后|之?内|以内)`),
    read: stretch,
  },
  { pattern: han('半年(?:之?后|以后|之?内|以内)'), read: (_found, { today }) => plusMonths(today, 6) },
];

function stretch(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const { days, months } = units.find((_one, index) => found[`u${index}`]) ?? {};
  const count = found.count === undefined ? 1 : numberOf(found.count);
  // Within the quarter: three months, or until it ends?
  if (Number.isNaN(count) || (found.count === undefined && months === 3)) return undefined;
  return days ? plusDays(today, count * days) : plusMonths(today, count * (months ?? 0));
}
