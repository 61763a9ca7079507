import { bare, fold } from './fold.ts';

/** Something to choose; its words are its names in any language, its ids and the short words for it. */
export interface NamedChoice<T> {
  value: T;
  words: readonly string[];
}

export type ChoiceReading<T> =
  | { ok: true; chosen: readonly T[] }
  | {
      ok: false;
      /** What was understood. */
      chosen: readonly T[];
      /** Words that are none of the choices. */
      unknown: readonly string[];
      /** Words that begin several of them. */
      open: readonly { text: string; values: readonly T[] }[];
    };

const LONGEST = 1000;
const SHORTEST = 2;
const everything = new Set(
  'all|all of them|everything|alle|alles|sämtliche|alla|allt|全部|所有|都|все|всё|всех|tutti|tutte|tutto'
    .split('|')
    .map(bare),
);
const separators = /[,;\n+&/，；、]+|(?<!\p{L})(?:and|und|och|samt|и|e|ed|plus)(?!\p{L})|[和与跟及]/giu;
const numbering =
  /^(?:#|№|(?:no|nr|num|number|nummer|numero|номер|n)[.°º]? ?|第)?(\d{1,3})(?:[.)]|st|nd|rd|th|[个個项項])?$/iu;
/** Places in a list as words, in all six languages. */
const ordinals = new Map(
  [
    'first|erste|ersten|erster|erstes|första|第一个|第一|первый|первая|первое|первую|primo|prima',
    'second|zweite|zweiten|zweiter|zweites|andra|第二个|第二|второй|вторая|второе|вторую|secondo|seconda',
    'third|dritte|dritten|dritter|drittes|tredje|第三个|第三|третий|третья|третье|третью|terzo|terza',
    'fourth|vierte|vierten|vierter|viertes|fjärde|第四个|第四|четвёртый|четвёртая|четвёртое|четвёртую|quarto|quarta',
    'fifth|fünfte|fünften|fünfter|fünftes|femte|第五个|第五|пятый|пятая|пятое|пятую|quinto|quinta',
  ].flatMap((words, index) => words.split('|').map((word) => [bare(word), index] as const)),
);
const ordinal = /^(?:(?:the|der|die|das|den|det|il|la) )?(.+?)(?: one)?$/u;
const range = /^(\d{1,3})\s?(?:-|bis|to|till|до|到|a)\s?(\d{1,3})$/iu;

/** The place in a list that a word or two stand for, the first one is 1: second, the second one, 第二个. */
export function ordinalIn(text: string): number | undefined {
  const place = ordinals.get(ordinal.exec(bare(text))?.[1] ?? '');
  return place === undefined ? undefined : place + 1;
}

/**
 * What a person chose of the choices offered: numbers as they are listed (`2`, `1, 3`, `1 and 3`, `1-3`), names, or
 * beginnings of names that fit one only. What fits none or several is told by its own words.
 */
export function readChoice<T>(text: string, choices: readonly NamedChoice<T>[]): ChoiceReading<T> {
  const plain = fold(text.normalize('NFC').slice(0, LONGEST)).trim();
  const named = choices.map(({ value, words }) => ({
    value,
    words: words.map(bare).filter((word) => word !== ''),
  }));
  const whole = matching(plain, named);
  if (whole.length > 0) return settle([{ text: plain, values: whole }]);
  if (everything.has(bare(plain)) && choices.length > 0)
    return { ok: true, chosen: choices.map(({ value }) => value) };
  const parts = plain
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => bare(part) !== '');
  // `1 3` is two numbers, `Azure Backup` is one name.
  const single = parts.flatMap((part) => (/^\d{1,3}(?: \d{1,3})+$/.test(part) ? part.split(' ') : [part]));
  return settle(
    single.flatMap(
      (part) => inRange(part, choices.length) ?? [{ text: part, values: matching(part, named) }],
    ),
    named,
  );
}

function inRange<T>(part: string, count: number): { text: string; values: T[] }[] | undefined {
  const match = range.exec(part);
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || from < 1 || to > count || from > to) return undefined;
  return Array.from({ length: to - from + 1 }, (_one, index) => ({ text: String(from + index), values: [] }));
}

function matching<T>(text: string, choices: readonly NamedChoice<T>[]): T[] {
  const typed = bare(text);
  if (typed === '') return [];
  const exact = choices.filter(({ words }) => words.includes(typed));
  if (exact.length > 0) return exact.map(({ value }) => value);
  // A number is a place in the list, unless something is called so.
  const number = Number(numbering.exec(typed)?.[1]);
  if (!Number.isNaN(number))
    return choices
      .slice(number - 1, number)
      .filter(() => number > 0)
      .map(({ value }) => value);
  const shortest = /\p{Script=Han}/u.test(typed) ? 1 : SHORTEST;
  if (typed.length < shortest) return [];
  const beginning = choices.filter(({ words }) => words.some((word) => word.startsWith(typed)));
  if (beginning.length > 0) return beginning.map(({ value }) => value);
  const place = ordinalIn(typed);
  if (place !== undefined) return choices.slice(place - 1, place).map(({ value }) => value);
  return choices
    .filter(({ words }) => words.some((word) => ` ${word}`.includes(` ${typed}`)))
    .map(({ value }) => value);
}

function settle<T>(
  parts: readonly { text: string; values: readonly T[] }[],
  choices: readonly NamedChoice<T>[] = [],
): ChoiceReading<T> {
  const read = parts.map(({ text, values }) => ({
    text,
    values: values.length > 0 ? values : matching(text, choices),
  }));
  const chosen = [...new Set(read.flatMap(({ values }) => (values.length === 1 ? values : [])))];
  const unknown = read.filter(({ values }) => values.length === 0).map(({ text }) => text);
  const open = read.filter(({ values }) => values.length > 1);
  if (chosen.length > 0 && unknown.length === 0 && open.length === 0) return { ok: true, chosen };
  return { ok: false, chosen, unknown, open };
}
