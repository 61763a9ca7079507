import { dayOf, lastDayOf, monthOf, plusDays, plusMonths, yearOf } from '#dialogs/reading/date/calendar.ts';
import { chineseNumber, countPattern, monthsOf, numberOf, units } from '#dialogs/reading/date/dateWords.ts';
import { periodAround } from '#dialogs/reading/date/periods.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';
import { fold, unaccented } from '#dialogs/reading/fold.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { SaidContext } from './said.ts';
import { mayBeDate } from './worth.ts';

/** Days from the first to the last, both included. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

const weekDays = 7;
const ahead =
  "(?:in|in the|during|for|im|in der|in den|in diesem|i|under|на|в|во|за|nel|nella|nell'|in|a|ad|di|questo|the|der|die|das|des|den|del|della|il|la|within|inom|innerhalb|entro|в течение) ";
const relative: readonly (readonly [shift: number, words: string])[] = [
  [
    0,
    'this|the current|current|this current|diese[nrms]?|laufende[nrms]?|aktuelle[nrms]?|denna|detta|den har|det har|эт(?:ого|от|ом|ой|у)|текущ(?:его|ий|ем|ей)|quest[oa]|corrente|本|这个?|当前?|今',
  ],
  [
    1,
    'next|the next|the coming|coming|upcoming|nachste[nrms]?|kommende[nrms]?|nasta|kommande|следующ(?:его|ий|ем|ей|ую)|prossim[oa]|下个?|明',
  ],
  [
    -1,
    'last|the last|previous|past|letzte[nrms]?|vorige[nrms]?|forra|senaste|прошл(?:ого|ый|ом|ой|ую)|scors[oa]|上个?|去',
  ],
];
const spans: readonly (readonly [months: number, words: string])[] = [
  [0, 'week|woche|veckan?|недел[яюеи]|settimana|周|星期'],
  [1, 'month|monats?|manad(?:en)?|месяц[ае]?|mese|月'],
  [3, 'quarter|quartals?|kvartal(?:et)?|квартал[ае]?|trimestre|季度?'],
  [6, 'half(?:[ -]year)?|halbjahr(?:es)?|halvar(?:et)?|полугоди[еяи]|semestre|半年'],
  [12, 'year|jahr(?:es)?|ar(?:et)?|года?|году|anno|年'],
];
const shifts = relative.map(([, words], index) => `(?<r${index}>${words})`).join('|');
const kinds = spans.map(([, words], index) => `(?<s${index}>${words})`).join('|');
const spoken = new RegExp(`^(?:${ahead})?(?:${shifts}) ?(?:${kinds})$`, 'u');
const turned = new RegExp(`^(?:${ahead})?(?:${kinds}) (?:${shifts})$`, 'u');
const article = new RegExp(`^(?:im|i|in der|within the|of the) (?:${kinds})$`, 'u');
const quarter =
  /^(?:(?:in|im|i|в|nel|del|the) )?(?:q|к)(?<n>[1-4])(?:[ /-]?(?<year>20\d\d))?$|^(?:(?:in|im|i|в|во|nel|the) )?(?<n2>[1-4])(?:st|nd|rd|th|\.|:a|-?[оеймм]+)? ?(?:quarter|quartal|kvartalet|квартале?|trimestre)(?: (?<year2>20\d\d))?$|^(?:(?<year3>20\d\d)年?)?第?(?<n3>[1-4一二三四])季度?$/u;
const year = /^(?:(?:in|im jahr|i|ar|в|nel) )?(?<year>20\d\d)(?:年| году?)?$/u;
const unit = units.map(({ words }, index) => `(?<u${index}>${words})`).join('|');
const stretch = new RegExp(
  `^(?:(?:in|within|over|inom|innerhalb|binnen|in den|in|i|под|в течение|за|в|entro|nei|nelle)(?: (?:the|der|den|de|i|le))? )?(?:(?:next|coming|nachsten|kommenden|kommande|narmaste|ближайши[ех]|следующи[ех]|prossim[ie]|未来|接下来|今后) ?)?(?<count>${unaccented(countPattern)}) ?(?:${unaccented(unit)})内?$`,
  'u',
);

/** What tells something of a day is no day alone: it closes on Friday. */
const told =
  /(?<!\p{L})(?:is|are|will|clos(?:e|es|ed|ing)|before|after|it|we|e|sono|chiu\p{L}*|sposta\p{L}*|prima di|dopo)(?!\p{L})/u;
const bounded =
  /^(?:by|before|after|until|till|past|bis|vor|nach|ab|seit|innan|fore|efter|senast|till|до|после|к|entro|prima|dopo|fino)(?!\p{L})|[前后]$|日期|是/u;

/** The days that words such as `this quarter`, `March`, `next 30 days` or `Friday` stand for; undefined for all else. */
export function readPeriod(text: string, context: SaidContext): Period | undefined {
  const plain = unaccented(fold(text.normalize('NFC')).toLowerCase())
    .replace(/\s+/g, ' ')
    .trim();
  const { today } = context;
  const around = relativePeriod(plain, today) ?? monthNamed(plain, context);
  if (around) return around;
  const named = quarter.exec(plain)?.groups;
  if (named) {
    const number = named.n ?? named.n2 ?? named.n3 ?? '';
    const which = /\d/.test(number) ? Number(number) : chineseNumber(number);
    return comingMonths(today, which * 3 - 2, 3, named.year ?? named.year2 ?? named.year3);
  }
  const years = year.exec(plain)?.groups?.year;
  if (years) return comingMonths(today, 1, 12, years);
  const counted = stretch.exec(plain)?.groups;
  if (counted) return { from: today, to: later(today, counted) };
  if (withoutEdge(plain).some((inner) => relativePeriod(inner, today))) return undefined;
  const day =
    bounded.test(plain) || told.test(plain) || !mayBeDate(text) ? undefined : readDate(text, context);
  return day?.ok ? { from: day.date, to: day.date } : undefined;
}

/** Without the first or the last word: around a period there is something else, and days are found in spite of it. */
function withoutEdge(plain: string): string[] {
  const words = plain.split(' ');
  return words.length > 2 ? [words.slice(1).join(' '), words.slice(0, -1).join(' ')] : [];
}

function relativePeriod(plain: string, today: LocalDate): Period | undefined {
  const groups = (spoken.exec(plain) ?? turned.exec(plain) ?? article.exec(plain))?.groups;
  if (!groups) return undefined;
  const shift = relative.find((_one, index) => groups[`r${index}`])?.[0] ?? 0;
  const months = spans.find((_one, index) => groups[`s${index}`])?.[0] ?? 0;
  if (months === 0) {
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % weekDays;
    const monday = plusDays(today, shift * weekDays - weekday);
    return { from: monday, to: plusDays(monday, weekDays - 1) };
  }
  return monthsFrom(plusMonths(periodAround(today, months), shift * months), months);
}

function monthNamed(plain: string, { language, today }: SaidContext): Period | undefined {
  const months = monthsOf(language);
  const match = new RegExp(
    `^(?:${ahead})?(?:(?<month>${unaccented(months.pattern)})(?: (?:del )?(?<year>20\\d\\d))?(?: года?)?|(?:(?<cnYear>20\\d\\d)年)?(?<cn>\\d{1,2}|[一二三四五六七八九十]{1,3})月份?)$`,
    'u',
  ).exec(plain)?.groups;
  if (!match) return undefined;
  const number = match.month ? months.numberOf(match.month) : numberOf(match.cn ?? '');
  return number >= 1 && number <= 12 ? comingMonths(today, number, 1, match.year ?? match.cnYear) : undefined;
}

/** Months of a year: of the one that is named, else of this year, or the next where they are over. */
function comingMonths(
  today: LocalDate,
  month: number,
  months: number,
  named: string | undefined,
): Period | undefined {
  const first = dayOf(named ? Number(named) : yearOf(today), month, 1);
  const found = first === undefined ? undefined : monthsFrom(first, months);
  if (!found || named || found.to >= today) return found;
  return monthsFrom(plusMonths(found.from, 12), months);
}

function monthsFrom(from: LocalDate, months: number): Period {
  const last = plusMonths(from, months - 1);
  return { from, to: lastDayOf(yearOf(last), monthOf(last)) ?? last };
}

function later(today: LocalDate, groups: Readonly<Record<string, string | undefined>>): LocalDate {
  const found = units.find((_one, index) => groups[`u${index}`]);
  const count = numberOf(groups.count ?? '');
  return found?.days ? plusDays(today, count * found.days) : plusMonths(today, count * (found?.months ?? 0));
}
