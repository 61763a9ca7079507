/** Prefixes are stored up to this length; a longer word is found by its first ten characters. */
const LONGEST = 10;
const SHORTEST = 3;
/** Nobody reads further, and hostile input must not make thousands of terms. */
const MOST_CHARACTERS = 2_000;

/** Letters that Unicode does not take apart, as people type them without them on the keyboard. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'ng',
  ё: 'е',
};
const anyOfThem = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** Scripts written without gaps between words, and Korean, whose endings are glued on. */
const unspaced =
  '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]&&[\\p{L}\\p{M}]]';
const unspacedRun = new RegExp(`^${unspaced}`, 'v');
const umlautEarly = /^\p{L}?(?:[äöüøåæœ]|[aou]e)/u;
const runs = new RegExp(`${unspaced}+|[[\\p{L}\\p{M}\\p{N}]--${unspaced}]+`, 'gv');
/** What `runs` finds where all is ASCII. */
const asciiRuns = /[A-Za-z0-9]+/g;
/** Signs inside names that some type and some leave out: AT&T, O'Brien, Coca-Cola, E.ON. */
const joined = /[\p{L}\p{N}\p{M}]+(?:['’`´&.-][\p{L}\p{N}\p{M}]+)+/gu;

/** Most texts: nothing in them folds but case, and looking for it costs ten times as much. */
const isAscii = /^\p{ASCII}*$/u;

/**
 * A text as it is compared: without case, accents (`ß` is `ss`, `ø` is `o`, `ł` is `l`, `ё` is `е`) and differences
 * of width. Marks of scripts in which they make another letter stay.
 */
export function foldText(text: string): string {
  if (isAscii.test(text)) return text.slice(0, MOST_CHARACTERS).toLowerCase();
  return text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replace(anyOfThem, (letter) => plainLetters[letter] ?? letter);
}

/**
 * The words of a text, folded, in their order. `ae`, `oe`, `ue` count as the umlauts that they stand for, and those as
 * their vowel, so that Müller, Mueller and Muller are one; a run of Chinese, Japanese or Korean is one word.
 */
export function wordsOf(text: string): string[] {
  return runsIn(foldText(text).replace(/([aou])e/g, '$1'));
}

function runsIn(text: string): string[] {
  return text.match(isAscii.test(text) ? asciiRuns : runs) ?? [];
}

/** Whether a word is of a script that is looked up by pairs of characters. */
export function isUnspaced(word: string): boolean {
  return word.charCodeAt(0) > 0x7f && unspacedRun.test(word);
}

/**
 * The terms to store for texts that are found by the beginnings of their words: each word's beginnings from three to
 * ten letters, shorter words whole, pairs of characters where words are not spaced. No order, no repeats.
 */
export function searchTerms(texts: readonly string[]): string[] {
  return [...new Set([...texts.flatMap(storedWords).flatMap(beginnings), ...texts.flatMap(shortened)])];
}

/** The terms to store for texts that are found by whole words only (CR-16: notes). */
export function wholeWordTerms(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(storedWords).flatMap(wordTerms))];
}

/**
 * The terms to look up, all of them: whatever has a word beginning with each word of `text` carries them. A word of
 * less than three letters is left out beside longer ones; among short ones alone the last is, as it may be unfinished.
 * One short word alone finds whole words only. Empty: nothing to search.
 * Words beyond ten letters are cut, so a caller who must be exact asks `beginsWords` too.
 */
export function queryTerms(text: string): string[] {
  const words = wordsOf(text);
  const long = words.filter((word) => isUnspaced(word) || lettersIn(word) >= SHORTEST);
  const short = words.slice(0, Math.max(1, words.length - 1));
  return [...new Set((long.length > 0 ? long : short).flatMap(wordTerms))];
}

/** The words of a text that `queryTerms` cuts: who looks them up has to compare them as well. */
export function cutWords(text: string): string[] {
  return wordsOf(text).filter((word) => !isUnspaced(word) && lettersIn(word) > LONGEST);
}

/** Whether each of the words, as `wordsOf` gives them, begins a word of the texts (or stands within unspaced ones). */
export function beginsWords(words: readonly string[], texts: readonly string[]): boolean {
  const stored = texts.flatMap(storedWords);
  return words.every((word) =>
    stored.some((one) => (isUnspaced(word) ? one.includes(word) : one.startsWith(word))),
  );
}

/** The words of a text as they are stored: the single ones, and those that signs join also as one. */
export function storedWords(text: string): string[] {
  const whole = foldText(text).match(joined) ?? [];
  return [
    ...new Set([...wordsOf(text), ...whole.flatMap((word) => wordsOf(word.replace(/['’`´&.-]/g, '')))]),
  ];
}

function beginnings(word: string): string[] {
  if (isUnspaced(word)) return [...pairs(word), [...word][0] ?? ''];
  const letters = [...word].slice(0, LONGEST);
  if (letters.length <= SHORTEST) return [word];
  return letters.slice(SHORTEST - 1).map((_, more) => letters.slice(0, SHORTEST + more).join(''));
}

/** Of words like Mueller and Übersee: the two letters to which their first three typed ones fold. */
function shortened(text: string): string[] {
  const words = runsIn(text.slice(0, MOST_CHARACTERS).normalize('NFC').toLowerCase());
  return words.filter((word) => umlautEarly.test(word)).map((word) => wordsOf(word)[0]?.slice(0, 2) ?? '');
}

/** What a word of a query is looked up by. */
export function wordTerms(word: string): string[] {
  if (isUnspaced(word)) return pairs(word);
  return [[...word].slice(0, LONGEST).join('')];
}

function pairs(word: string): string[] {
  const letters = [...word];
  if (letters.length < 2) return [word];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** How many letters a word has, as people count them. */
export function lettersIn(word: string): number {
  return [...word].length;
}
