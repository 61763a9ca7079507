import { type Sentence, sentenceOf } from '#dialogs/reading/said/sentence.ts';
import { isUnspaced, lettersIn, storedWords, wordsOf } from '#domain/values/searchTerms.ts';
import { isWordOfSpeech } from './smallWords.ts';

/** A name in a text: where it stands, and the words that it is found by. */
export interface KnownName {
  start: number;
  end: number;
  words: string;
}

/** It equals no other word: a name is no grammar. */
export const NAMED = '\ue001';

const LONGEST = 12;
const SHORTEST = 3;
const UNSPACED = 2;
/** So many letters of a Russian name change with what is said of it: Зарю, Зарей. */
const ENDING = 2;

/** Where in a text names stand, by the beginnings of their words; the longest, and none twice. */
export function knownIn(text: string, names: readonly string[]): KnownName[] {
  const { words } = sentenceOf(text);
  const stored = names.map(storedWords);
  const found: KnownName[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + LONGEST); to > from; to -= 1) {
      const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
      const typed = text.slice(start, end);
      if (wordsOf(words[from]?.plain ?? '').length === 0 || wordsOf(words[to - 1]?.plain ?? '').length === 0)
        continue;
      const named = stored.map((name) => namedBy(typed, name)).find((one) => one !== undefined);
      if (named === undefined) continue;
      found.push({ start, end, words: named });
      from = to - 1;
      break;
    }
  }
  return found;
}

/** The words that find a name, where a text is it or its beginnings: as typed, or without the ending that a case gave it. */
function namedBy(typed: string, name: readonly string[]): string | undefined {
  const words = wordsOf(typed);
  if (!words.some(isTelling)) return undefined;
  const meant = words.map((word) => meantBy(word, name));
  if (!meant.every((one) => one !== undefined)) return undefined;
  return meant.every((one, index) => one === words[index])
    ? typed.replace(/^["„“«「]|["”“»」]$/gu, '')
    : meant.join(' ');
}

function isTelling(word: string): boolean {
  if (isUnspaced(word)) return lettersIn(word) >= UNSPACED && !isWordOfSpeech(word);
  return lettersIn(word) >= SHORTEST && !isWordOfSpeech(word);
}

function meantBy(word: string, name: readonly string[]): string | undefined {
  if (isUnspaced(word)) return name.some((one) => one.includes(word)) ? word : undefined;
  return name.some((one) => one.startsWith(word)) ? word : name.find((one) => isBent(word, one));
}

/** Contosos, Зарю, Зарей. */
function isBent(word: string, name: string): boolean {
  if (lettersIn(name) < SHORTEST + 1) return false;
  if (word === `${name}s`) return true;
  if (!/^\p{Script=Cyrillic}+$/u.test(name) || Math.abs(word.length - name.length) > ENDING) return false;
  const stem = Math.max(SHORTEST, name.length - ENDING);
  return word.startsWith(name.slice(0, stem));
}

/** The beginnings that find the name that a word may be: itself, and without the ending that a case gave it. */
export function beginningsOf(word: string): readonly string[] {
  if (/^\p{Script=Cyrillic}{4,}$/u.test(word))
    return [word, word.slice(0, Math.max(SHORTEST, word.length - ENDING))];
  return /^\p{Script=Latin}{4,}s$/u.test(word) ? [word, word.slice(0, -1)] : [word];
}

/** A sentence in which each of the names is one word. */
export function withNames(text: string, known: readonly KnownName[]): Sentence {
  const sentence = sentenceOf(text);
  const words = sentence.words.flatMap((word) => {
    const name = known.find(({ start, end }) => start <= word.start && word.end <= end);
    if (!name) return [word];
    return word.start === name.start ? [{ plain: NAMED, start: name.start, end: name.end }] : [];
  });
  return { ...sentence, words };
}
