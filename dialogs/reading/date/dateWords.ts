import { valueOfWord } from '#cards/money/numberWords.ts';
import type { Language } from '#cards/say.ts';
import { unaccented } from '#dialogs/reading/fold.ts';

/** Whole names of the months, with the endings they take; everyone understands those of all languages. */
const names: readonly string[] = [
  'january januar jänner januari gennaio январь января январю январе',
  'february februar feber februari febbraio февраль февраля февралю феврале',
  'march märz maerz mars marzo март марта марту марте',
  'april aprile апрель апреля апрелю апреле',
  'may mai maj maggio май мая маю мае',
  'june juni giugno июнь июня июню июне',
  'july juli luglio июль июля июлю июле',
  'august augusti agosto август августа августу августе',
  'september settembre сентябрь сентября сентябрю сентябре',
  'october oktober ottobre октябрь октября октябрю октябре',
  'november novembre ноябрь ноября ноябрю ноябре',
  'december dezember dicembre декабрь декабря декабрю декабре',
];

/** Short names, understood from readers of the language only: `set` is September in Italian and nothing else is. */
const short: Readonly<Record<Language, string>> = {
  en: 'jan feb mar apr - jun jul aug sep,sept oct nov dec',
  de: 'jan,jän feb mär apr - jun jul aug sep,sept okt nov dez',
  sv: 'jan feb mar apr - jun jul aug sep,sept okt nov dec',
  'zh-Hans': '- - - - - - - - - - - -',
  ru: 'янв фев,февр мар апр - июн июл авг сен,сент окт ноя,нояб дек',
  it: 'gen feb mar apr mag giu lug ago set,sett ott nov dic',
};

/** The months of a reader: a pattern for their names and the number of what it finds. */
export interface Months {
  pattern: string;
  numberOf(name: string): number;
}

const known = new Map<Language, Months>();

export function monthsOf(language: Language): Months {
  const ready = known.get(language);
  if (ready) return ready;
  const numbers = new Map<string, number>();
  for (const [index, spelled] of names.entries()) {
    for (const name of spelled.split(' ')) numbers.set(name, index + 1).set(unaccented(name), index + 1);
  }
  const abbreviations = new Set<string>();
  for (const own of new Set<Language>([language, 'en'])) {
    for (const [index, spelled] of short[own].split(' ').entries()) {
      for (const name of spelled.split(',').filter((one) => one !== '-' && !numbers.has(one))) {
        for (const form of [name, unaccented(name)]) {
          abbreviations.add(form);
          numbers.set(form, index + 1);
        }
      }
    }
  }
  const longestFirst = (one: string, other: string) => other.length - one.length;
  const spelled = [...numbers.keys()].sort(longestFirst);
  const pattern = `(?:${spelled.map((name) => (abbreviations.has(name) ? `${name}\\b\\.?` : name)).join('|')})`;
  const months: Months = {
    pattern: pattern.replaceAll('\\b', '(?![\\p{L}])'),
    numberOf: (name) => numbers.get(name.toLowerCase().replace(/\.$/, '')) ?? 0,
  };
  known.set(language, months);
  return months;
}

/** Numbers in words, as far as people write them before weeks and months. */
const counts: readonly string[] = [
  'a an one ein eine einem einer einen en ett один одну одна un uno una 一',
  'two couple zwei två tva два две двух due 二 两',
  'three drei tre три трёх трех 三',
  'four vier fyra четыре четырёх четырех quattro 四',
  'five fünf fuenf fem пять пяти cinque 五',
  'six sechs sex шесть шести sei 六',
  'seven sieben sju семь sette 七',
  'eight acht åtta восемь otto 八',
  'nine neun nio девять nove 九',
  'ten zehn tio десять dieci 十',
  'eleven elf elva одиннадцать undici 十一',
  'twelve zwölf zwoelf tolv двенадцать dodici 十二',
];
const countOf = new Map([
  ...[...valueOfWord].filter(([, value]) => value > 12 && value < 100),
  ...counts.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
]);

const longest = (one: string, other: string) => other.length - one.length;
/** Digits or a number in words; Chinese ones stand without a blank. */
export const countPattern = `(?:\\d{1,4}|${[...countOf.keys()].sort(longest).join('|')})`;

export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return countOf.get(text.toLowerCase()) ?? chineseNumber(text);
}

/** Up to 99, as days and months need it: 三十一 is 31. */
export function chineseNumber(text: string): number {
  const digit = (sign: string | undefined) => '〇一二三四五六七八九'.indexOf(sign || '〇');
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text);
  if (!parts || text === '') return Number.NaN;
  const [, first, ten, last] = parts;
  return ten ? (first ? digit(first) : 1) * 10 + digit(last) : digit(first || last);
}

/** Stretches of time, by the months or days that one has. */
export const units: readonly { words: string; days?: number; months?: number }[] = [
  { words: 'days?|tag(?:e|en)?|dag(?:ar)?|天|日|день|дня|дней|дн\\.?|giorn[oi]', days: 1 },
  { words: 'weeks?|wks?|wochen?|veck(?:a|or)|个?星期|周|недел[яюиь]|settiman[ae]', days: 7 },
  { words: 'fortnights?', days: 14 },
  { words: 'months?|monat(?:e|en|s)?|månad(?:er)?|manad(?:er)?|个?月|месяц(?:а|ев)?|mes[ei]', months: 1 },
  { words: 'quarters?|quartal(?:e|en|s)?|kvartal|个?季度|квартал(?:а|ов)?|trimestr[ei]', months: 3 },
  { words: 'years?|yrs?|jahr(?:e|en)?|år|年|года?|лет|ann[oi]', months: 12 },
];
