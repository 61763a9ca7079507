import { fold, unaccented } from '#dialogs/reading/fold.ts';

/** A word of a sentence as it is compared, and where it stands in what was typed. */
export interface Word {
  plain: string;
  start: number;
  end: number;
}

/** What was typed, in words. Words in quotes are one that equals no other: names are no grammar. */
export interface Sentence {
  text: string;
  words: readonly Word[];
  /** It ends in a question mark, or in a word that makes a question of it. */
  asked: boolean;
}

/** What is longer is no sentence. */
export const LONGEST = 500;
export const QUOTED = '\ue000';

const han = '\\p{Script=Han}';
const quotes =
  '"[^"]+"|[„“”][^„“”"]+[“”"]|«[^«»]+»|[「『《][^」』》]+[」』》]|(?<![^\\s(])\'[^\']+\'(?![^\\s.,;:!?)])';
const piece = new RegExp(
  `(?<quoted>${quotes})|${han}|->|=>|→|[,;:!?()]|(?:[^\\s,;:!?()"„“”«»「」『』《》→\\p{Script=Han}]|(?<=\\d)[,:](?=\\d))+`,
  'gu',
);

export function sentenceOf(typed: string): Sentence {
  const text = typed.slice(0, LONGEST).normalize('NFC');
  const words = [...fold(text).matchAll(piece)].flatMap((match) => wordsIn(match));
  const last = words.findLastIndex(({ plain }) => !/^[.,;:!?]$/.test(plain));
  const asked =
    words.slice(last + 1).some(({ plain }) => plain === '?') || /[吗呢么]$/u.test(words[last]?.plain ?? '');
  return { text, words: words.slice(0, last + 1), asked };
}

function wordsIn({ 0: found, index, groups }: RegExpExecArray): Word[] {
  const end = index + found.length;
  if (groups?.quoted) return [{ plain: QUOTED, start: index, end }];
  // In the middle of a sentence brackets are no more than commas.
  if (found === '(' || found === ')') return [{ plain: ',', start: index, end }];
  const points = /^(.+?)[.…]+$/u.exec(found)?.[1] ?? found;
  if (/^[.…]+$/u.test(found)) return [];
  return parts(points, index);
}

/** Contoso's, l'affare, what's: at the apostrophe two words begin. */
function parts(word: string, index: number): Word[] {
  const at = word.endsWith("'s") ? word.length - 2 : word.indexOf("'") + 1;
  if (at <= 0 || at >= word.length)
    return [{ plain: plainWord(word), start: index, end: index + word.length }];
  return [
    ...parts(word.slice(0, at), index),
    { plain: plainWord(word.slice(at)), start: index + at, end: index + word.length },
  ];
}

function plainWord(word: string): string {
  return unaccented(word.normalize('NFKC').toLowerCase()).replaceAll('ß', 'ss');
}

/** Words of a template, in the same pieces. */
export function plainWords(text: string): string[] {
  return sentenceWords(text).map(({ plain }) => plain);
}

function sentenceWords(text: string): Word[] {
  return [...fold(text).matchAll(piece)].flatMap((match) => wordsIn(match));
}

/** What was typed from one word to another, as it was typed. */
export function typedBetween({ text, words }: Sentence, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  return first && last ? text.slice(first.start, last.end) : '';
}
