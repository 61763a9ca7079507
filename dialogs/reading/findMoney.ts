import { intlLocale } from '#cards/format.ts';
import { readMarks } from '#cards/money/amountMarks.ts';
import { currencyChoices, isCurrency } from '#cards/money/currencies.ts';
import { wordFigure } from '#cards/money/wordFigures.ts';
import type { MoneyContext } from './moneyContext.ts';

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
const figures =
  /[一二两三四五六七八九十][一二两三四五六七八九十百千〇零]*(?=[万亿])|\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|(?<![^\s])\.\d+|\d+(?:[.,']\d+)*/u;
const figure = new RegExp(`${wordFigure}|${figures.source}`, 'giu');
const word =
  /^ ?(?:人民币|瑞士法郎|[美欧日]元|美金|英镑|卢布|\p{Script=Han}|\p{L}*\p{Sc}|(?:(?!\p{Script=Han})\p{L})+\.?)/u;
const wordBefore =
  /(?:人民币|瑞士法郎|[美欧日]元|美金|英镑|(?<!\p{L})\p{L}*\p{Sc}|(?<![\p{L}\p{N}])(?:(?!\p{Script=Han})\p{L})+\.?) ?$/u;
const MOST_AFTER = 4;
const MOST_BEFORE = 2;
// Everyday codes, which people type in small letters; others are words as well: all, top, try.
const everyday = new Set(
  currencyChoices()
    .map(({ value }) => value)
    .filter((code) => code !== 'TRY'),
);

/** Everything in a folded text that looks like an amount, from left to right. */
export function findMoney(text: string, context: MoneyContext): FoundMoney[] {
  const locales = [intlLocale({ language: context.language, locale: context.locale ?? context.language })];
  const matches = [...text.matchAll(figure)];
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
  return kept.sort((one, other) => one.start - other.start);
}

function candidate(
  text: string,
  match: RegExpExecArray,
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
  const dash = /^[.,:] ?--?(?![\d-])/.exec(behind)?.[0] ?? '';
  // Half of a range is not what was meant; the whole of it can be told as unreadable.
  const range = /(?<![\p{L}\p{N}])\d[\d.,']* ?- ?$/u.exec(ahead)?.[0] ?? '';
  const best = mostMarks(
    range === '' ? wordsBefore(ahead, locales) : [''],
    wordsAfter(behind.slice(dash.length), locales),
    locales,
  );
  if (!best || (range !== '' && best.after === '')) return undefined;
  const { before, after, exponent, named } = best;
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
    (exponent > 0 ? 2 : 0) +
    (grouped || Number(digits) >= 1000 ? 1 : 0) -
    doubts(text, start, slice, digits, named);
  return { start, end: start + slice.length, text: slice, marked: named || exponent > 0, named, weight };
}

/** The most words at both sides that are marks together. */
function mostMarks(befores: readonly string[], afters: readonly string[], locales: readonly string[]) {
  let best: { before: string; after: string; exponent: number; named: boolean; count: number } | undefined;
  for (const [more, after] of afters.entries()) {
    for (const [further, before] of befores.entries()) {
      const count = more + further;
      const marks = !best || count > best.count ? readMarks(before, after, locales) : undefined;
      if (marks)
        best = { before, after, count, exponent: marks.exponent, named: marks.currencies.length > 0 };
    }
  }
  return best;
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
    if (!next || (!isMark(next, locales) && !/^ (?:us|di)$/i.test(next))) break;
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
  if (isCurrency(code) && plain !== code && !everyday.has(code)) return false;
  return readMarks('', plain, locales) !== undefined;
}

/** 98101 Seattle, WA 98101: a bare number between a comma or a word and the name of a place, or behind a state. */
function isPostalCode(before: string, after: string): boolean {
  if (before.trim() === '') return false;
  return /^ \p{Lu}\p{L}/u.test(after) || /(?:^|[ ,])[A-Z]{2} $/.test(before);
}
