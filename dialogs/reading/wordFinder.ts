const letter = '(?:(?!\\p{Script=Han})\\p{L})';
const NEAR = 60;

/** Finds words of a list beside something in a text; never looks further than they are long. */
export interface WordFinder {
  /** Whether a text has nothing but such words. */
  isAll(text: string): boolean;
  /** The length of such words at the end of what stands before. Capitals are names, but for the `nouns`. */
  before(text: string, nouns: RegExp): number;
  /** The same at the beginning of what stands behind. */
  behind(text: string, nouns: RegExp): number;
}

/** `words`: alternatives of a pattern, any case. `further`: only where nothing else is said, or before. */
export function wordFinder(words: readonly string[], further: readonly string[] = []): WordFinder {
  const edges = (source: string) => `(?<!${letter})(?:${source})(?!${letter})`;
  const any = edges([...words, ...further].join('|'));
  const ahead = new RegExp(`(?:${any}[ ,:~]*|~ ?)$`, 'iu');
  const following = new RegExp(`^[ ,(]*(?:${edges(words.join('|'))})[)]?`, 'iu');
  const next = new RegExp(`[\\s.,;:!?()~'"]+|${any}`, 'iuy');

  const repeated = (find: (length: number) => string | undefined, nouns: RegExp): number => {
    for (let length = 0; ; ) {
      const found = find(length);
      if (!found || isName(found, nouns)) return length;
      length += found.length;
    }
  };
  return {
    isAll: (text) => {
      let at = 0;
      while (at < text.length) {
        next.lastIndex = at;
        const length = next.exec(text)?.[0].length ?? 0;
        if (length === 0) return false;
        at += length;
      }
      return true;
    },
    before: (text, nouns) =>
      repeated((length) => ahead.exec(text.slice(0, text.length - length).slice(-NEAR))?.[0], nouns),
    behind: (text, nouns) =>
      repeated((length) => following.exec(text.slice(length, length + NEAR))?.[0], nouns),
  };
}

function isName(found: string, nouns: RegExp): boolean {
  const word = found.replace(/^[ ,(]+/, '');
  return /^\p{Lu}/u.test(word) && !nouns.test(word);
}
