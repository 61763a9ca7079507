import { intlLocale } from '#cards/format.ts';
import { isNational, readMarks } from '#cards/money/amountMarks.ts';
import { hanCurrencies } from '#cards/money/amountWords.ts';
import { chineseFigures } from '#cards/money/chineseFigures.ts';
import { everydayCodes, isCurrency } from '#cards/money/currencies.ts';
import { wordFigure } from '#cards/money/wordFigures.ts';
import type { MoneyContext } from './moneyContext.ts';
import { isOneAmount, rangeOpening } from './moneyQuestions.ts';

/** Something in a text that looks like an amount. */
export interface FoundMoney {
  start: number;
  end: number;
  text: string;
  /** It has a currency or a word such as thousand; a bare number may be anything. */
  marked: boolean;
  named: boolean;
  /** The more, the surer. */
  weight: number;
}

// Groups of three may stand apart; anything else ends at a blank.
const figures = /\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|(?<![^\s])\.\d+|\d+(?:[.,']\d+)*[½¼¾]?/u;
const figure = new RegExp(`${wordFigure}|${figures.source}`, 'giu');
const word = new RegExp(
  `^(?: (?:e mezzo|and a half)(?!\\p{L})| ?(?:${hanCurrencies}|\\p{Script=Han}|\\p{L}*\\p{Sc}|(?:(?!\\p{Script=Han})\\p{L})+\\.?))`,
  'u',
);
const wordBefore = new RegExp(
  `(?:${hanCurrencies}|(?<!\\p{L})\\p{L}*\\p{Sc}|(?<![\\p{L}\\p{N}])(?:(?!\\p{Script=Han})\\p{L})+\\.?) ?$`,
  'u',
);
const half = / (?:e mezzo|and a half)$/iu;
const MOST_AFTER = 4;
const MOST_BEFORE = 2;

/** What is longer is no line: amounts are looked for up to here. */
const LONGEST = 500;

/** Everything in the first line of a folded text that looks like an amount, from left to right. */
export function findMoney(whole: string, context: MoneyContext): FoundMoney[] {
  const text = whole.slice(0, LONGEST);
  const locales = [intlLocale({ language: context.language, locale: context.locale ?? context.language })];
  const matches = figuresIn(text);
  const all = matches.flatMap((match) => {
    const found = candidate(text, match, locales, 0, text.length);
    return found ? [{ match, found }] : [];
  });
  const kept: FoundMoney[] = [];
  for (const { match, found } of all.sort(
    (a, b) => b.found.weight - a.found.weight || a.found.start - b.found.start,
  )) {
    // In 20k EUR 30k USD the euros belong to the first: what a surer amount took is not there any more.
    const floor = Math.max(0, ...kept.map(({ end }) => end).filter((end) => end <= match.index));
    const ceiling = Math.min(
      text.length,
      ...kept.map(({ start }) => start).filter((start) => start > match.index),
    );
    const inside = kept.some(({ start, end }) => start <= match.index && match.index < end);
    const free = inside ? undefined : candidate(text, match, locales, floor, ceiling);
    if (free && free.weight <= found.weight) kept.push(free);
  }
  return joined(
    text,
    kept.sort((one, other) => one.start - other.start),
  );
}

interface Figure {
  0: string;
  index: number;
  /** A number in Chinese signs, with its unit. */
  scaled?: boolean;
}

function figuresIn(text: string): Figure[] {
  const chinese = chineseFigures(text).map(({ start, end }) => ({
    0: text.slice(start, end),
    index: start,
    scaled: true,
  }));
  const others = [...text.matchAll(figure)].filter(
    ({ index, 0: found }) =>
      !chinese.some((one) => index < one.index + one[0].length && one.index < index + found.length),
  );
  return [...chinese, ...others].sort((one, other) => one.index - other.index);
}

/** Two amounts that a range, a choice or a sum makes one, which can be read as a whole or not at all. */
function joined(text: string, all: readonly FoundMoney[]): FoundMoney[] {
  const result: FoundMoney[] = [];
  for (const one of all) {
    const last = result.at(-1);
    if (!last || !isOneAmount(text.slice(last.end, one.start), last, one)) {
      result.push(one);
      continue;
    }
    const start = last.start - rangeOpening(text.slice(0, last.start));
    result[result.length - 1] = {
      ...one,
      start,
      text: text.slice(start, one.end),
      marked: last.marked || one.marked,
      named: last.named || one.named,
      weight: Math.max(last.weight, one.weight),
    };
  }
  return result;
}

function candidate(
  text: string,
  match: Figure,
  locales: readonly string[],
  floor: number,
  ceiling: number,
): FoundMoney | undefined {
  const digits = match[0].replace(/[.,]$/, '');
  const at = match.index;
  const ahead = text.slice(Math.max(floor, at - 30), at);
  const behind = text.slice(at + digits.length, Math.min(ceiling, at + digits.length + 60));
  // Parts of something longer: dates, versions, phone numbers, percentages.
  if (/\d[/:.,]?$|\d-\d+-$/.test(ahead) || /^ ?%|^[/:]\d|^ ?- ?\d/.test(behind)) return undefined;
  if (/^ ?(?:[月年日号號周天季点时個]|个(?:月|季|星期|工作日))/u.test(behind)) return undefined;
  const dash = /^[.,:] ?--?(?![\d-])/.exec(behind)?.[0] ?? '';
  // Half of a range is not what was meant; the whole of it can be told as unreadable.
  const range = /(?<![\p{L}\p{N}])\d[\d.,']* ?- ?$/u.exec(ahead)?.[0] ?? '';
  const best = mostMarks(
    range === '' ? wordsBefore(ahead, locales) : [''],
    wordsAfter(behind.slice(dash.length), locales),
    locales,
    half.test(digits) ? 'milioni' : '',
  );
  if (!best || (range !== '' && best.after === '')) return undefined;
  const { before, after, named } = best;
  const scaled = match.scaled === true || best.exponent > 0 || /\p{L}/u.test(digits);
  // Glued to a name: A1, Web2, 4Life.
  if (before === '' && /(?!\p{Script=Han})[\p{L}]$/u.test(ahead)) return undefined;
  if (after === '' && /^(?!\p{Script=Han})[\p{L}]/u.test(behind)) return undefined;
  const minus = before === '' && range === '' ? (/(?<![\p{L}\p{N}])- ?$/u.exec(ahead)?.[0] ?? '') : '';
  const first = at - before.length - minus.length - range.length;
  const last = at + digits.length + dash.length + after.length;
  const further = /^ ?- ?\p{Sc}?\d[^\s,;]*/u.exec(text.slice(last, ceiling))?.[0] ?? '';
  const slice = text.slice(first, last + further.length).trimStart();
  const start = last + further.length - slice.length;
  const grouped = /\d[ '.,]\d{3}(?!\d)/.test(digits);
  const weight =
    (named ? 4 : 0) +
    (scaled ? 2 : 0) +
    (grouped || Number(digits) >= 1000 ? 1 : 0) -
    doubts(text, start, slice, digits, named);
  return { start, end: start + slice.length, text: slice, marked: named || scaled, named, weight };
}

/** The most words at both sides that are marks together. */
function mostMarks(
  befores: readonly string[],
  afters: readonly string[],
  locales: readonly string[],
  spoken: string,
) {
  let best: { before: string; after: string; exponent: number; named: boolean; count: number } | undefined;
  for (const [more, after] of afters.entries()) {
    for (const [further, before] of befores.entries()) {
      const count = more + further;
      const marks =
        !best || count > best.count ? marksOf(before, after.replace(half, ''), locales, spoken) : undefined;
      if (marks)
        best = { before, after, count, exponent: marks.exponent, named: marks.currencies.length > 0 };
    }
  }
  return best;
}

/** `spoken`: the unit of an amount in words, un milione e mezzo, on which what follows may depend: di euro. */
function marksOf(before: string, after: string, locales: readonly string[], spoken: string) {
  const marks = readMarks(before, after, locales);
  return marks ?? (spoken === '' ? undefined : readMarks(before, `${spoken}${after}`, locales));
}

/** What speaks against an amount: years, and names such as 3M. */
function doubts(text: string, start: number, slice: string, digits: string, named: boolean): number {
  const year = /^(?:19|20)\d\d$/.test(digits) ? 2 : 0;
  // 3M, One Million Ltd.
  const letter = !named && (/^\d+[A-Z]$/.test(slice) || /^\p{L}/u.test(digits));
  const bare = slice === digits && /^\d{4,6}$/.test(digits);
  if (bare && isPostalCode(text.slice(0, start), text.slice(start + slice.length))) return 9;
  const opening = letter && text.slice(0, start).trim() === '' && slice.length < text.trim().length;
  return year + (opening ? 9 : letter ? 1 : 0);
}

/** The first none, one, two ... words after the digits, as far as each can be a mark. */
function wordsAfter(text: string, locales: readonly string[]): string[] {
  const taken = [''];
  let length = 0;
  while (taken.length <= MOST_AFTER) {
    const next = word.exec(text.slice(length))?.[0];
    // US dollars, milione di euro: the first word is no mark by itself.
    if (
      !next ||
      (!isMark(next, locales) &&
        !isNational(next) &&
        !/^ (?:us|usa|сша|di|e mezzo|and a half|hundred|hundra|hundert)$/i.test(next))
    )
      break;
    length += next.length;
    taken.push(text.slice(0, length));
  }
  return taken;
}

function wordsBefore(text: string, locales: readonly string[]): string[] {
  const taken = [''];
  let start = text.length;
  while (taken.length <= MOST_BEFORE) {
    const next = wordBefore.exec(text.slice(0, start))?.[0];
    if (!next || !isMark(next, locales)) break;
    start -= next.length;
    taken.push(text.slice(start));
  }
  return taken;
}

function isMark(typed: string, locales: readonly string[]): boolean {
  const plain = typed.replace(/[ .]/g, '');
  const code = plain.toUpperCase();
  if (isCurrency(code) && plain !== code && !everydayCodes.has(code)) return false;
  return readMarks('', plain, locales) !== undefined;
}

/** 98101 Seattle, WA 98101: a bare number between a comma or a word and the name of a place, or behind a state. */
function isPostalCode(before: string, after: string): boolean {
  if (before.trim() === '') return false;
  return /^ \p{Lu}\p{L}/u.test(after) || /(?:^|[ ,])[A-Z]{2} $/.test(before);
}
