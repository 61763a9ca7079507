import { plainWords, type Sentence } from './sentence.ts';

/** A sentence with places for what it is about. */
export interface Template {
  /** Whether a sentence may fit, with its first place as short as it can be. */
  pattern: RegExp;
  /** The same with a first place of so many words; it is made when it is asked for. */
  sized(words: number): RegExp;
  /** The same with its first place as long as it can be: Back to School to Ada. */
  long: RegExp;
  /** How many words it is made of besides its places; of two that fit, more of them say more. */
  fixed: number;
}

/** From which word to which one stands in each place. */
export type Places = Readonly<Record<string, { from: number; to: number }>>;

/**
 * A template as it is written in the tables: `(show|open) [me] {deal}`. Brackets hold what may be left out, a star stands
 * for any ending (`перемест*`), braces are places. It is matched against words, each with a blank before it.
 */
export function templateOf(written: string): Template {
  const source = sourceOf(written);
  const made = new Map<string, RegExp>();
  const withPlace = (size: string) => {
    const pattern = made.get(size) ?? new RegExp(`^${source.replace('{1,30}?', size)}$`, 'du');
    made.set(size, pattern);
    return pattern;
  };
  return {
    pattern: withPlace('{1,30}?'),
    sized: (words) => withPlace(`{${words}}`),
    get long() {
      return withPlace('{1,30}');
    },
    fixed: fixedIn(written),
  };
}

/** A template, or a part of one, as the source of a pattern. Of alternatives the longest is tried first. */
export function sourceOf(written: string): string {
  const pieces = [...written.matchAll(/\{\w+(?::\w+)?\}|[()[\]|]|[^()[\]|{}]+/gu)].map(([piece]) => piece);
  return alternatives(pieces);
}

/** Reads to the end, or to the bracket that closes. */
function alternatives(pieces: string[]): string {
  const all = [''];
  const add = (source: string) => all.push(`${all.pop()}${source}`);
  for (
    let piece = pieces.shift();
    piece !== undefined && piece !== ')' && piece !== ']';
    piece = pieces.shift()
  ) {
    if (piece === '|') all.push('');
    else if (piece === '(') add(`(?:${alternatives(pieces)})`);
    else if (piece === '[') add(`(?:${alternatives(pieces)})?`);
    else add(placeOf(piece) ?? fixedWords(piece));
  }
  return all.sort((one, other) => other.length - one.length).join('|');
}

/** Words of other letters than the language's own: names of companies. */
const foreign = '[^ \\p{Script=Cyrillic}\\p{Script=Han}]';

/** And words of none but these. */
const ownWord = '[^ a-z]';

function placeOf(piece: string): string | undefined {
  const [, place, kind] = /^\{(\w+)(?::(\w+))?\}$/.exec(piece) ?? [];
  if (!place) return undefined;
  const word = kind === 'latin' ? foreign : kind === 'own' ? ownWord : '[^ ]';
  return `(?<${place}>(?: ${word}+)${place === 'text' ? '+' : '{1,30}?'})`;
}

function fixedWords(piece: string): string {
  return plainWords(piece)
    .map((word) => ` ${RegExp.escape(word).replaceAll('\\*', '\\p{L}*')}`)
    .join('');
}

/** Words that have to stand there, of alternatives one. */
function fixedIn(written: string): number {
  const needed = withoutOptional(written)
    .replace(/\{[\w:]+\}/g, ' ')
    .replace(/\(([^()|]*)[^()]*\)/g, ' $1 ');
  return plainWords(needed).length;
}

function withoutOptional(written: string): string {
  const shorter = written.replace(/\[[^[\]]*\]/g, ' ');
  return shorter === written ? written : withoutOptional(shorter);
}

/** The words of a template that typed ones are compared with. */
export function wordsOfTemplate(written: string): string[] {
  return plainWords(written.replace(/\{[\w:]+\}/g, ' ').replace(/[()[\]|]/g, ' '));
}

/** The words of a sentence as a template reads them. */
export function line({ words }: Pick<Sentence, 'words'>): string {
  return words.map(({ plain }) => ` ${plain}`).join('');
}

/** What stands in the places, where a sentence fits a pattern. */
export function placesIn(pattern: RegExp, sentence: Sentence): Places | undefined {
  const match = pattern.exec(line(sentence));
  if (!match) return undefined;
  const starts = new Map<number, number>();
  let at = 0;
  for (const [index, { plain }] of sentence.words.entries()) {
    starts.set(at, index);
    at += plain.length + 1;
  }
  starts.set(at, sentence.words.length);
  const places: Record<string, { from: number; to: number }> = {};
  for (const [place, range] of Object.entries(match.indices?.groups ?? {})) {
    if (range) places[place] = { from: starts.get(range[0]) ?? 0, to: starts.get(range[1]) ?? 0 };
  }
  return places;
}
