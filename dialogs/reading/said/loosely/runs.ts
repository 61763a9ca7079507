import { type Sentence, typedBetween } from '#dialogs/reading/said/sentence.ts';
import { NAMED } from './known.ts';
import type { SmallWords } from './smallWords.ts';

/** From which word to which one. */
export type Range = { from: number; to: number };

const MOST_SLOT = 6;
const MOST_SIGNS = 14;

/** Which words may be an amount, a day or a stage: neither names nor those that a template accounts for. */
export function freeIn({ words }: Sentence, used: ReadonlySet<number>): boolean[] {
  return words.map(({ plain }, index) => !used.has(index) && plain !== NAMED && !isSign(plain));
}

/** The runs of free words, the longest first. */
export function runsIn(free: readonly boolean[]): Range[] {
  const most = free.length > MOST_SIGNS ? MOST_SIGNS : Math.max(MOST_SLOT, free.length);
  const all: Range[] = [];
  for (let size = Math.min(most, free.length); size > 0; size -= 1) {
    for (let from = 0; from + size <= free.length; from += 1) {
      if (free.slice(from, from + size).every(Boolean)) all.push({ from, to: from + size });
    }
  }
  return all;
}

/** Words beside each other that nothing accounts for: a name that nobody knew. */
export function unexplainedRuns(
  { head, small }: { head: Sentence; small: SmallWords },
  used: ReadonlySet<number>,
): Range[] {
  const isOpen = (index: number) => {
    const plain = head.words[index]?.plain;
    return (
      plain !== undefined && !used.has(index) && plain !== NAMED && !small.isSmall(plain) && !isSign(plain)
    );
  };
  return head.words.flatMap((_word, from) => {
    if (!isOpen(from) || isOpen(from - 1)) return [];
    let to = from;
    while (isOpen(to)) to += 1;
    return /^[\p{Lu}\p{Script=Han}]/u.test(typedBetween(head, from, to)) ? [{ from, to }] : [];
  });
}

/** A comma and such. */
export const isSign = (plain: string) => /^[,;:!?.-]$/.test(plain);

const LONGEST_RUN = 4;

/** Which words say nothing; those of Chinese are several signs. */
export function idleIn({ words }: Sentence, small: SmallWords): (index: number) => boolean {
  const idle = new Set<number>();
  for (const [at, { plain }] of words.entries()) {
    if (small.isSmall(plain)) idle.add(at);
    for (let size = LONGEST_RUN; size > 1; size -= 1) {
      const run = words
        .slice(at, at + size)
        .map((word) => word.plain)
        .join('');
      if (!/^\p{Script=Han}+$/u.test(run) || !small.isSmall(run)) continue;
      for (let index = at; index < at + size; index += 1) idle.add(index);
    }
  }
  return (index) => idle.has(index);
}
