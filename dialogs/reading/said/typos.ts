import { distance } from 'fastest-levenshtein';
import type { Sentence } from './sentence.ts';

/** Shorter words are too like each other; four letters are forgiven where two of them changed places. */
const SHORTEST = 5;
const MOST_WORDS = 3;
const MOST_VARIANTS = 6;

/** A language's words by their lengths, and the stems of those that may have any ending. */
export interface Vocabulary {
  words: ReadonlySet<string>;
  stems: readonly string[];
  /** Words that are right as they are, and that none is put right to: may, perhaps. */
  known: ReadonlySet<string>;
}

export function vocabularyOf(words: readonly string[], known: readonly string[] = []): Vocabulary {
  const letters = words.filter((word) => /^\p{L}{4,}\*?$/u.test(word));
  return {
    words: new Set(letters.filter((word) => !word.endsWith('*'))),
    stems: [...new Set(letters.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)))],
    known: new Set(known),
  };
}

/**
 * The sentence with words put right that are one letter away from the words of a language. Where several words are that
 * near, each of them is one sentence. Names stay as typed: what is put right is only what is compared.
 */
export function putRight(sentence: Sentence, vocabulary: Vocabulary): readonly Sentence[] {
  let wrong = 0;
  let variants: readonly Sentence[] = [sentence];
  for (const [index, { plain }] of sentence.words.entries()) {
    const meant = wrong < MOST_WORDS ? nearTo(plain, vocabulary) : [];
    if (meant.length === 0) continue;
    wrong += 1;
    variants = variants
      .flatMap((variant) => meant.map((word) => withWord(variant, index, word)))
      .slice(0, MOST_VARIANTS);
  }
  return wrong === 0 ? [] : variants;
}

function withWord({ words, ...rest }: Sentence, index: number, plain: string): Sentence {
  return { ...rest, words: words.map((word, at) => (at === index ? { ...word, plain } : word)) };
}

function nearTo(typed: string, { words, stems, known }: Vocabulary): string[] {
  if (typed.length < SHORTEST - 1 || !/^\p{L}+$/u.test(typed) || words.has(typed) || known.has(typed))
    return [];
  if (stems.some((stem) => typed.startsWith(stem))) return [];
  const whole = [...words].filter((word) => isNear(typed, word));
  const begun = stems.flatMap((stem) => {
    const length = [0, 1, -1].find((more) => isNear(typed.slice(0, stem.length + more), stem));
    return length === undefined ? [] : [stem + typed.slice(stem.length + length)];
  });
  return [...new Set([...whole, ...begun])].slice(0, MOST_WORDS);
}

function isNear(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1) return false;
  if (isSwapped(typed, word)) return true;
  return word.length >= SHORTEST && typed.length >= SHORTEST - 1 && distance(typed, word) === 1;
}

function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length || typed === word) return false;
  const at = [...typed].findIndex((letter, index) => letter !== word[index]);
  const swapped = `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
  return typed === swapped;
}
