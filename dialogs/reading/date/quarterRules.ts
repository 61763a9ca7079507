import { type DateHabits, type DateRule, type Groups, han, part, whole, year, yearIn } from './dateRule.ts';
import { numberOf } from './dateWords.ts';
import { dayInYear, partOf } from './periods.ts';

export const quarterWords = 'quarter|quartal(?:s|et)?|kvartal(?:et)?|квартал(?:а|е|у)?|trimestre';
const halfWords = 'half(?:[ -]year)?|halbjahr(?:es|s)?|halvår(?:et)?|полугоди[еяюи]|semestre|hj';
const ordinals: readonly string[] = [
  'first|1st|erste[snmr]?|första|перв(?:ого|ый|ом|ому|ое)|primo|i',
  'second|2nd|zweite[snmr]?|andra|втор(?:ого|ой|ом|ому|ое)|secondo|ii',
  'third|3rd|dritte[snmr]?|tredje|треть(?:его|ем|ему)|третий|terzo|iii',
  'fourth|4th|vierte[snmr]?|fjärde|четв[её]рт(?:ого|ый|ом|ому)|quarto|iv',
];
const article = '(?:the|das|des|dem|im|il|det|в)';
const ordered = (most: number) =>
  `(?:(?<n>[1-${most}])(?:\\.|°|º|-?(?:й|го|м|му|е)|:a|:e)? ?|(?:${ordinals
    .slice(0, most)
    .map((words, index) => `(?<o${index + 1}>${words})`)
    .join('|')})\\.? )`;
const partAhead = `(?:${part}(?:${article} )?)?`;
const chineseYear = '(?:(?<year>(?:19|20)\\d\\d)年?|(?<when>今年|明年|后年|来年))';

/** Quarters and halves by their numbers: the end of one, unless its beginning or its middle is said. */
export const quarterRules: readonly DateRule[] = [
  {
    pattern: whole(
      `(?<nextYear>next year|nächstes jahr|nästa år|prossimo anno|anno prossimo),? (?:in |im |i )?q(?<n>[1-4])`,
    ),
    period: true,
    read: quarter,
  },
  {
    pattern: whole(`${partAhead}(?:q|к|кв)\\.? ?(?<n>[1-4])(?:[ /-]?${year})?(?: (?:end|ende|slut|конец))?`),
    period: true,
    read: quarter,
  },
  { pattern: whole(`${partAhead}(?<year>20\\d\\d)[ /-]?q(?<n>[1-4])`), period: true, read: quarter },
  { pattern: whole(`${partAhead}(?<n>[1-4])q(?:[ /-]?${year})?`), period: true, read: quarter },
  {
    pattern: whole(`${partAhead}(?:${article} )?${ordered(4)}(?:${quarterWords}|кв\\.?)${year}?`),
    period: true,
    read: quarter,
  },
  {
    pattern: whole(`${partAhead}(?:kvartal|quarter|quartal|trimestre|квартал) (?<n>[1-4])${year}?`),
    period: true,
    read: quarter,
  },
  {
    pattern: han(
      `${chineseYear}?(?:第?(?<n>[1-4一二三四])季度?|q(?<n2>[1-4]))(?:(?<begin>初)|(?<mid>中)|(?<fin>[底末]))?`,
    ),
    period: true,
    read: quarter,
  },
  { pattern: whole(`${partAhead}(?:h(?<n>[12])|(?<n2>[12])h)(?:[ /-]?${year})?`), period: true, read: half },
  { pattern: whole(`${partAhead}(?<year>20\\d\\d)[ /-]?h(?<n>[12])`), period: true, read: half },
  {
    pattern: whole(`${partAhead}(?:${article} )?${ordered(2)}(?:${halfWords})${year}`),
    period: true,
    read: half,
  },
  {
    pattern: whole(
      `${partAhead}(?:${article} )?${ordered(2)}(?:half(?:-| )year|${halfWords.replace(/^[^|]*\|/, '')}|half of (?:the|this) year)`,
    ),
    period: true,
    read: half,
  },
  {
    pattern: han(`${chineseYear}?(?:(?<n>上)|下)半年(?:(?<begin>初)|(?<mid>中)|(?<fin>[底末]))?`),
    period: true,
    read: chineseHalf,
  },
];

function numberIn(found: Groups): number {
  const number = found.n ?? found.n2;
  if (number !== undefined) return numberOf(number);
  return [1, 2, 3, 4].find((one) => found[`o${one}`]) ?? 0;
}

function quarter(found: Groups, { today }: DateHabits) {
  const month = numberIn(found) * 3 - 2;
  return dayInYear(today, { month, months: 3, year: yearIn(found, today) }, partOf(found));
}

function half(found: Groups, { today }: DateHabits) {
  const month = numberIn(found) * 6 - 5;
  return dayInYear(today, { month, months: 6, year: yearIn(found, today) }, partOf(found));
}

function chineseHalf(found: Groups, habits: DateHabits) {
  return half({ ...found, n: found.n ? '1' : '2' }, habits);
}
