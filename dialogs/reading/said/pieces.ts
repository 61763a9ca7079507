import type { ListWords } from './listWords.ts';
import type { Sentence } from './sentence.ts';
import { line, sourceOf } from './template.ts';

/** A part of a sentence: fixed words, or fixed words around one place. */
export interface Piece {
  /** Where the words that begin at a word end, for a piece without a place. */
  fixedAt(sentence: Sentence, at: number): number | undefined;
  /** What may stand in the place of a piece that begins at a word, amounts and days the longest first; and where the piece ends. */
  placesAt(sentence: Sentence, at: number): readonly { start: number; stop: number; end: number }[];
}

const ownLetters = /[\p{Script=Cyrillic}\p{Script=Han}]/u;
/** Names end where something else begins. */
const named = /\{(?:partner|customer|words)/;

/** As many words as a name, an amount or a date has. */
const MOST = 8;

const ready = new WeakMap<ListWords, Readonly<Record<keyof ListWords, readonly Piece[]>>>();

/** The pieces of all kinds of words; made once. */
export function piecesOf(words: ListWords): Readonly<Record<keyof ListWords, readonly Piece[]>> {
  const made = ready.get(words) ?? make(words);
  ready.set(words, made);
  return made;
}

function make(words: ListWords) {
  const entries = Object.entries(words) as [keyof ListWords, readonly string[]][];
  const pieces = entries.map(([kind, templates]) => [kind, templates.map(pieceOf)] as const);
  return Object.fromEntries(pieces) as unknown as Readonly<Record<keyof ListWords, readonly Piece[]>>;
}

function pieceOf(written: string): Piece {
  const [ahead = '', behind] = written.split(/\{[\w:]+\}/);
  const [opens, closes] = [ahead, behind ?? ''].map((part) => new RegExp(`${sourceOf(part)}(?= |$)`, 'uy'));
  const latin = written.includes(':latin}');
  const isFit = ({ words }: Sentence, start: number, stop: number) => {
    const named = words.slice(start, stop).map(({ plain }) => plain);
    const edges = [named[0] ?? '', named.at(-1) ?? ''];
    return (
      !edges.some((word) => /^[,;:]$/.test(word)) && !(latin && named.some((word) => ownLetters.test(word)))
    );
  };
  const follow = (pattern: RegExp | undefined, sentence: Sentence, at: number) => {
    if (!pattern) return undefined;
    pattern.lastIndex = offsetOf(sentence, at);
    const found = pattern.exec(line(sentence))?.[0];
    return found === undefined ? undefined : at + found.split(' ').length - 1;
  };
  return {
    fixedAt: (sentence, at) => (behind === undefined ? follow(opens, sentence, at) : undefined),
    placesAt: (sentence, at) => {
      const start = follow(opens, sentence, at);
      if (start === undefined) return [];
      if (behind === undefined) return [{ start, stop: start, end: start }];
      const stops = Array.from(
        { length: Math.min(MOST, sentence.words.length - start) },
        (_one, index) => start + index + 1,
      );
      if (!named.test(written)) stops.reverse();
      return stops.flatMap((stop) => {
        const end = isFit(sentence, start, stop) ? follow(closes, sentence, stop) : undefined;
        return end === undefined ? [] : [{ start, stop, end }];
      });
    },
  };
}

function offsetOf({ words }: Sentence, at: number): number {
  return words.slice(0, at).reduce((sum, { plain }) => sum + plain.length + 1, 0);
}
