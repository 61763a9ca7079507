import { plainWords, type Sentence } from '#dialogs/reading/said/sentence.ts';
import type { SmallWords } from './smallWords.ts';

/** A template as its words, which may stand in any order: fixed ones, places, and choices of which some may be left out. */
export type TemplatePart =
  | { words: readonly string[] }
  | { place: string }
  | { choices: readonly (readonly TemplatePart[])[]; optional: boolean };

/** Which words of a sentence a template accounts for, and which of those say something. */
export interface Fit {
  used: ReadonlySet<number>;
  telling: ReadonlySet<number>;
}

/** A written template taken apart, as `templateOf` explains it. */
export function templateParts(written: string): readonly TemplatePart[] {
  const pieces = [...written.matchAll(/\{\w+(?::\w+)?\}|[()[\]|]|[^()[\]|{}]+/gu)].map(([piece]) => piece);
  return choicesIn(pieces)[0] ?? [];
}

function choicesIn(pieces: string[]): TemplatePart[][] {
  let parts: TemplatePart[] = [];
  const all = [parts];
  for (
    let piece = pieces.shift();
    piece !== undefined && piece !== ')' && piece !== ']';
    piece = pieces.shift()
  ) {
    if (piece === '|') {
      parts = [];
      all.push(parts);
    } else if (piece === '(' || piece === '[') {
      parts.push({ choices: choicesIn(pieces), optional: piece === '[' });
    } else parts.push(...pieceParts(piece));
  }
  return all;
}

function pieceParts(piece: string): TemplatePart[] {
  const place = /^\{(\w+)/.exec(piece)?.[1];
  if (place) return [{ place }];
  const words = plainWords(piece);
  return words.length > 0 ? [{ words }] : [];
}

/** The places of a template, those that may be left out among them. */
export function placesWithin(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) => {
    if ('place' in part) return [part.place];
    return 'choices' in part ? part.choices.flatMap(placesWithin) : [];
  });
}

/**
 * Whether all that a template has to say is among the words of a sentence, in whatever order. Small words may be missing
 * where they stand alone: they say nothing. Chinese has no gaps, so what is written there in one stands in one.
 */
export function fitOf(
  parts: readonly TemplatePart[],
  sentence: Pick<Sentence, 'words'>,
  small: Pick<SmallWords, 'isSmall' | 'isLeftOut'>,
): Fit | undefined {
  return fitParts(parts, sentence, small, { used: new Set(), telling: new Set() });
}

function fitParts(
  parts: readonly TemplatePart[],
  sentence: Pick<Sentence, 'words'>,
  small: Pick<SmallWords, 'isSmall' | 'isLeftOut'>,
  from: Fit,
): Fit | undefined {
  let fit: Fit | undefined = from;
  for (const part of parts) {
    if (!fit) return undefined;
    if ('words' in part) fit = fitWords(part.words, sentence, small, fit);
    else if ('choices' in part) {
      const before: Fit = fit;
      const fits = part.choices
        .map((choice) => fitParts(choice, sentence, small, before))
        .filter((one) => one !== undefined)
        .sort((one, other) => other.telling.size - one.telling.size || other.used.size - one.used.size);
      fit = fits[0] ?? (part.optional ? before : undefined);
    }
  }
  return fit;
}

function fitWords(
  words: readonly string[],
  sentence: Pick<Sentence, 'words'>,
  small: Pick<SmallWords, 'isSmall' | 'isLeftOut'>,
  { used, telling }: Fit,
): Fit | undefined {
  const run = /^\p{Script=Han}/u.test(words[0] ?? '');
  const all = (is: (word: string) => boolean) => (run ? is(words.join('')) : words.every(is));
  const found = run ? runOf(words, sentence, used) : singly(words, sentence, used);
  if (!found) return all(small.isLeftOut) ? { used, telling } : undefined;
  const told = all(small.isSmall) ? telling : new Set([...telling, ...found]);
  return { used: new Set([...used, ...found]), telling: told };
}

function runOf(
  words: readonly string[],
  { words: typed }: Pick<Sentence, 'words'>,
  used: ReadonlySet<number>,
): number[] | undefined {
  for (let at = 0; at + words.length <= typed.length; at += 1) {
    const places = words.map((_one, index) => at + index);
    if (places.every((place, index) => typed[place]?.plain === words[index] && !used.has(place)))
      return places;
  }
  return undefined;
}

function singly(
  words: readonly string[],
  { words: typed }: Pick<Sentence, 'words'>,
  used: ReadonlySet<number>,
): number[] | undefined {
  const found: number[] = [];
  for (const word of words) {
    const at = typed.findIndex(
      ({ plain }, index) => !used.has(index) && !found.includes(index) && isWord(plain, word),
    );
    if (at < 0) return undefined;
    found.push(at);
  }
  return found;
}

function isWord(typed: string, word: string): boolean {
  return word.endsWith('*') ? typed.startsWith(word.slice(0, -1)) : typed === word;
}
