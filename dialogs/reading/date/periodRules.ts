import type { LocalDate } from '#domain/values/instant.ts';
import { lastDayOf, monthOf, nextMonthEnd, plusDays, plusMonths, yearOf } from './calendar.ts';
import {
  cnYear,
  type DateHabits,
  type DateRule,
  dayIfReal,
  end,
  fullYear,
  type Groups,
  han,
  next,
  whole,
  year,
} from './dateRule.ts';
import { countPattern, numberOf, units } from './dateWords.ts';

const quarterWords = 'quarter|quartal(?:s|et)?|kvartal(?:et)?|квартала?|trimestre';
const ordinals: readonly string[] = [
  'first|1st|erste[sn]?|första|первого|первый|primo|i',
  'second|2nd|zweite[sn]?|andra|второго|второй|secondo|ii',
  'third|3rd|dritte[sn]?|tredje|третьего|третий|terzo|iii',
  'fourth|4th|last|vierte[sn]?|letzte[sn]?|fjärde|sista|четвертого|четвёртого|четвертый|четвёртый|quarto|ultimo|iv',
];

export const quarterRules: readonly DateRule[] = [
  {
    pattern: whole(
      `(?:(?:${end}) )?(?:q|к|кв)(?<q>[1-4])(?:[ /-]?${year})?|(?<year2>20\\d\\d)[ /-]?q(?<q2>[1-4])`,
    ),
    read: (found, { today }) =>
      quarterEnd(found.q ?? found.q2, found.year2 ?? found.year, found.nextYear, today),
  },
  {
    pattern: whole(
      `(?:(?:${end}) )?(?:(?:the|das|des|dem|il|del) )?(?:(?<q>[1-4])(?:\\.|°|º|-й|-го)? ?|(?:${ordinals.map((words, index) => `(?<o${index + 1}>${words})`).join('|')}) )(?:${quarterWords})${year}?`,
    ),
    read: (found, { today }) =>
      quarterEnd(
        found.q ?? [1, 2, 3, 4].find((one) => found[`o${one}`])?.toString(),
        found.year,
        found.nextYear,
        today,
      ),
  },
  {
    pattern: whole(`(?:kvartal|quarter|quartal|trimestre) (?<q>[1-4])${year}?`),
    read: (found, { today }) => quarterEnd(found.q, found.year, found.nextYear, today),
  },
  {
    pattern: han(`${cnYear}?第?(?<q>[1-4一二三四])季度?[底末]?`),
    read: (found, { today }) =>
      quarterEnd(
        String(numberOf(found.q ?? '')),
        found.year ?? (found.when === '明年' ? String(yearOf(today) + 1) : undefined),
        undefined,
        today,
      ),
  },
];

/** The end of a quarter; without a year, of the present one or the next. */
function quarterEnd(
  quarter: string | undefined,
  year: string | undefined,
  nextOne: string | undefined,
  today: LocalDate,
) {
  const month = Number(quarter) * 3;
  const named = year ? fullYear(year) : nextOne ? yearOf(today) + 1 : undefined;
  return named === undefined ? nextMonthEnd(today, month) : lastDayOf(named, month);
}

const month = 'months?|monats?|månad(?:en)?|manad(?:en)?|месяц[ае]?|mese';
const quarter = quarterWords;
const yearWords = 'year|jahr(?:es)?|år(?:et)?|года?|anno';
const periods = `(?:(?<isMonth>${month})|(?<isQuarter>${quarter})|(?<isYear>${yearWords}))`;

/** The end of this or the next month, quarter or year, and what people write for it. */
export const periodRules: readonly DateRule[] = [
  {
    pattern: whole(
      `(?:${end}) (?:(?:of|des|av|del) )?(?:(?:the|this|of) )?(?:(?:(?<next>${next})|${dayIfReal})[ ']+)?${periods}(?<after> prossimo)?`,
    ),
    read: periodEnd,
  },
  {
    pattern: whole(
      `(?:(?<next>${next})|this|current|diese[nrms]?|laufende[sn]|detta|этот|текущий|quest[oa'])[ ]?(?<isQuarter>${quarter})(?: end)?|(?<isQuarter2>trimestre) (?<after>prossimo)`,
    ),
    read: (found, habits) => periodEnd({ ...found, isQuarter: 'quarter' }, habits),
  },
  {
    pattern: whole(
      `(?:(?<next>${next}) )?(?:(?<isMonth>month|monats|månads?)|(?<isQuarter>quarter|quartals?|kvartals?)|(?<isYear>year|jahres|års?))(?: ?'?s)?[ -]?(?:end|ende|slut(?:et)?|skifte[t]?)`,
    ),
    read: periodEnd,
  },
  {
    pattern: whole(
      `(?<isMonth>eom|månadens slut|fine mese)|(?<isQuarter>eoq|kvartalets slut|fine trimestre)|(?<isYear>eoy|årets slut|årsslutet|fine anno)`,
    ),
    read: periodEnd,
  },
  {
    pattern: whole(
      `(?:(?:(?<next>next|nächste[nrms]?|nästa|kommande|следующ(?:ем|ий)|prossim[oa])|this|diese[nrms]?|denna|det här|этом|этот|questo) |quest')(?:(?<isMonth>month|monat|månad|месяце?|mese)|(?<isYear>year|jahr|år|году?|anno))|(?<isMonth2>mese|(?<isYear2>anno)) (?<after>prossimo)`,
    ),
    read: (found, habits) =>
      periodEnd({ ...found, isYear: found.isYear ?? found.isYear2, isMonth: 'month' }, habits),
  },
  {
    pattern: han('(?:(?<next>下)个?|本|这个)月|今(?<isYear>年)|(?<next2>明)(?<isYear2>年)'),
    needsCue: true,
    read: (found, habits) =>
      periodEnd(
        { isYear: found.isYear ?? found.isYear2, isMonth: '月', next: found.next ?? found.next2 },
        habits,
      ),
  },
  {
    pattern: whole(`(?:${end}) (?:of |года |des jahres |av )?(?<year>20\\d\\d)(?: ?(?:года|г\\.?))?`),
    read: ({ year }) => lastDayOf(Number(year), 12),
  },
  { pattern: han(`(?<year>20\\d\\d)年[底末]`), read: ({ year }) => lastDayOf(Number(year), 12) },
  {
    pattern: han('(?<next>明)?年[底末]'),
    read: (found, habits) => periodEnd({ ...found, isYear: '年' }, habits),
  },
  {
    pattern: han(
      '(?:(?<next>下个?)|本|这个?)?(?:(?<isMonth>月)|(?<isQuarter>季度?))[底末]|(?<next2>下)个?季度|[本这]个?(?<isQuarter2>季度)',
    ),
    read: (found, habits) =>
      periodEnd(
        {
          ...found,
          next: found.next ?? found.next2,
          isQuarter: found.isQuarter ?? found.next2 ?? found.isQuarter2,
        },
        habits,
      ),
  },
];

function periodEnd(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const later = found.next || found.after ? 1 : 0;
  if (found.isYear) return lastDayOf(yearOf(today) + later, 12);
  if (found.isMonth) return endOfMonthOf(plusMonths(today, later));
  const last = Math.ceil(monthOf(today) / 3) * 3;
  return endOfMonthOf(plusMonths(today, last - monthOf(today) + 3 * later));
}

function endOfMonthOf(date: LocalDate): LocalDate | undefined {
  return lastDayOf(yearOf(date), monthOf(date));
}

const unit = units.map(({ words }, index) => `(?<u${index}>${words})`).join('|');
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
      `(?:${within}) (?:(?:den |die |i |le )?(?:nächsten |kommande |prossim[ie] )?(?<count>${countPattern})[ -]?)?(?:${unit})(?: time)?`,
    ),
    read: stretch,
  },
  { pattern: whole(`(?<count>${countPattern})[ -]?(?:${unit}) (?:${afterwards})`), read: stretch },
  { pattern: whole(`(?<count>\\d{1,4}) ?(?:${unit})`), needsCue: true, read: stretch },
  { pattern: whole(`(?:${within}) (?:${half})`), read: (_found, { today }) => plusMonths(today, 6) },
  {
    pattern: han(`(?<count>\\d{1,4}|[一两二三四五六七八九十]{1,3}) ?(?:${unit})(?:之?后|以后|之?内|以内)`),
    read: stretch,
  },
  { pattern: han('半年(?:之?后|以后|之?内|以内)'), read: (_found, { today }) => plusMonths(today, 6) },
];

function stretch(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const count = found.count === undefined ? 1 : numberOf(found.count);
  const { days, months } = units.find((_one, index) => found[`u${index}`]) ?? {};
  return days ? plusDays(today, count * days) : plusMonths(today, count * (months ?? 0));
}
