import type { LocalDate } from '#domain/values/instant.ts';
import { dayOf, plusMonths } from './calendar.ts';
import {
  type DateHabits,
  type DateRule,
  fullYear,
  type Groups,
  han,
  next,
  part,
  present,
  whole,
} from './dateRule.ts';
import { dayIn, dayInYear, partOf, periodAround } from './periods.ts';
import { quarterWords } from './quarterRules.ts';

const month = 'months?|monats?|månad(?:en)?|manad(?:en)?|месяц[ае]?|mese';
const half = 'half(?:[ -]year)?|halbjahr(?:es|s)?|halvår(?:et)?|полугоди[ея]|semestre';
const yearWords = 'year|jahr(?:es)?|år(?:et)?|года?|году|anno';
const periods = `(?:(?<isMonth>${month})|(?<isQuarter>${quarterWords})|(?<isHalf>${half})|(?<isYear>${yearWords}))`;
const alone =
  'this|current|diese[nrms]?|laufende[nrms]?|detta|den här|det här|denna|эт(?:ого|от|ом)|текущ(?:его|ий|ем)|quest[oa]';
// A year that is none of the calendar: the fiscal year, the school year, half a year.
const notYear = '(?<![财学半农历度计])';
const chinesePart = '(?:(?<begin>初)|(?<mid>中)|(?<fin>[底末]))';
const noPart = '(?![初中底末])';

/** This or the next month, quarter, half or year: its end, unless its beginning or its middle is said. */
export const periodRules: readonly DateRule[] = [
  {
    pattern: whole(
      `(?<mid>mid[ -]?year|jahresmitte|halvårsskiftet|metà anno|середина года)(?: (?<year>20\\d\\d))?`,
    ),
    read: ofAnyYear,
  },
  {
    pattern: whole(
      `${part}(?:(?:of|des|der|av|del|i) )?(?:(?:the|this|of) )?(?:(?:(?<next>${next})|${present})[ ']+)?${periods}(?<after> prossimo)?`,
    ),
    read: period,
  },
  {
    pattern: whole(
      `(?:(?<next>${next})|${alone})[ ']?(?<isQuarter>${quarterWords})(?: end)?|(?<isQuarter2>trimestre) (?<after>prossimo)`,
    ),
    period: true,
    read: (found, habits) => period({ ...found, isQuarter: 'quarter' }, habits),
  },
  {
    pattern: whole(
      `(?:(?<next>${next})|${alone})[ ']?(?<isHalf>half[ -]year|halbjahr(?:es)?|halvår(?:et)?|полугоди[ея]|semestre)`,
    ),
    period: true,
    read: period,
  },
  {
    pattern: whole(
      `(?:(?<next>${next}) )?(?:(?<isMonth>month|monats|månads?)|(?<isQuarter>quarter|quartals?|kvartals?)|(?<isHalf>halbjahres|halvårs?)|(?<isYear>year|jahres|års?))(?: ?'?s)?[ -]?(?:(?<begin>start|anfang|beginn|början)|(?<mid>mitte|mitt)|end|ende|slut(?:et)?|skifte[t]?)(?: (?<year>20\\d\\d))?`,
    ),
    read: period,
  },
  {
    pattern: whole(
      `(?<isMonth>eom|månadens slut|fine mese)|(?<isQuarter>eoq|kvartalets slut|fine trimestre)|(?<isYear>eoy|ye|årets slut|årsslutet|fine anno)`,
    ),
    read: period,
  },
  {
    pattern: whole(
      `(?:(?:(?<next>next|coming|nächste[nrms]?|nästa|kommande|следующ(?:ем|ий|его)|prossim[oa])|this|diese[nrms]?|denna|det här|этом|этот|questo) |quest')(?:(?<isMonth>month|monat|månad|месяце?|mese)|(?<isYear>year|jahr|år|году?|anno))|(?<isMonth2>mese|(?<isYear2>anno)) (?<after>prossimo)`,
    ),
    period: true,
    read: (found, habits) =>
      period({ ...found, isYear: found.isYear ?? found.isYear2, isMonth: 'month' }, habits),
  },
  {
    pattern: whole(`${part}(?:of |anno )?(?:(?<isYear>anno)|(?<isMonth>mese)) (?<after>prossimo)`),
    read: period,
  },
  { pattern: whole(`(?<begin>new year|neujahr|nyår|inizio anno)`), needsCue: true, read: ofAnyYear },
  {
    pattern: han(
      `(?:(?<next>下)个?|本|这个?|当)月${noPart}|今(?<isYear>年)${noPart}|(?<next2>[明来])(?<isYear2>年)${noPart}`,
    ),
    needsCue: true,
    read: (found, habits) =>
      period(
        { isYear: found.isYear ?? found.isYear2, isMonth: '月', next: found.next ?? found.next2 },
        habits,
      ),
  },
  {
    pattern: whole(`${part}(?:of |года |des jahres |av |jahr )?(?<year>20\\d\\d)(?: ?(?:года|г\\.?))?`),
    read: (found, habits) => period({ ...found, isYear: 'year' }, habits),
  },
  {
    pattern: han(`(?:(?<year>20\\d\\d)年?|(?<next>[明来])年?|今年?|${notYear})年${chinesePart}`),
    read: (found, habits) => period({ ...found, isYear: '年' }, habits),
  },
  {
    pattern: han(
      `(?:(?<next>下个?)|本|这个?|当)?${notYear}(?:(?<isMonth>月)|(?<isQuarter>季度?))${chinesePart}|(?<next2>下)个?季度?${noPart}|[本这]个?(?<isQuarter2>季度?)${noPart}`,
    ),
    read: (found, habits) =>
      period(
        {
          ...found,
          next: found.next ?? found.next2,
          isQuarter: found.isQuarter ?? found.next2 ?? found.isQuarter2,
        },
        habits,
      ),
  },
];

function period(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const later = found.next || found.after ? 1 : 0;
  const months = found.isYear ? 12 : found.isHalf ? 6 : found.isMonth ? 1 : 3;
  if (found.year) return months === 12 ? ofYear(fullYear(found.year), found) : undefined;
  const first = plusMonths(periodAround(today, months), later * months);
  return dayIn(first, months, partOf(found));
}

/** Of the next year that has one to come. */
function ofAnyYear(found: Groups, { today }: DateHabits): LocalDate | undefined {
  const year = found.year ? fullYear(found.year) : undefined;
  return dayInYear(today, { month: 1, months: 12, year }, partOf(found));
}

function ofYear(year: number, found: Groups): LocalDate | undefined {
  const first = dayOf(year, 1, 1);
  return first && dayIn(first, 12, partOf(found));
}
