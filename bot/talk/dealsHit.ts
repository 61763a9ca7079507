import { isCalled } from '#dialogs/meant/called.ts';
import { dealsNamed } from '#dialogs/meant/dealsNamed.ts';
import { beginningsOf } from '#dialogs/reading/said/loosely/known.ts';
import { isWordOfSpeech } from '#dialogs/reading/said/loosely/smallWords.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isUnspaced, lettersIn, wordsOf } from '#domain/values/searchTerms.ts';

/** So many words of a sentence are looked for. */
const MOST_WORDS = 6;
const SHORTEST = 3;
/** As much of a line as is looked at. */
const MOST_LINE = 500;

/** Looks the words of a message up when they are first asked for, and once. */
export type Hits = () => Promise<readonly Referral[]>;

/** The deals that somebody may see with words of the text in their name or their customer's: those with the most first. */
export async function dealsHit(deps: DealDeps, turn: Turn): Promise<readonly Referral[]> {
  const hits = new Map<string, { deal: Referral; words: number }>();
  for (const word of wordsToLookFor(turn.text.slice(0, MOST_LINE))) {
    const deals = await dealsNamed(deps, turn, word);
    for (const deal of deals.filter((one) => isCalled(one, [word]))) {
      hits.set(deal.id, { deal, words: (hits.get(deal.id)?.words ?? 0) + 1 });
    }
  }
  return [...hits.values()].sort((one, other) => other.words - one.words).map(({ deal }) => deal);
}

/** The words that may be a name's: before all others those that no command is made of. */
function wordsToLookFor(text: string): readonly string[] {
  const words = [...new Set(wordsOf(text).flatMap(piecesOf))];
  const [names, others] = [false, true].map((spoken) =>
    words.filter((word) => isWordOfSpeech(word) === spoken),
  );
  return [...(names ?? []).flatMap(beginningsOf), ...(others ?? [])].slice(0, MOST_WORDS);
}

/** A word long enough to look for; of a run without gaps its pairs, because nobody knows where a name begins in it. */
function piecesOf(word: string): readonly string[] {
  if (!isUnspaced(word)) return lettersIn(word) >= SHORTEST ? [word] : [];
  const letters = [...word];
  return letters.length <= 2 ? [word] : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
