import { dealsNamed } from '#dialogs/meant/dealsNamed.ts';
import { bare } from '#dialogs/reading/fold.ts';
import type { Said } from '#dialogs/reading/said/said.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';

/** Verbs that also say something of the deal that is being created. */
const ofAnyDeal: readonly Said['verb'][] = ['deal.start', 'help.show', 'deals.list'];

/**
 * Whether a sentence is about something else than the deal that is being created, although that is what is asked: it is
 * about another deal that there is, about *it*, or about no single deal at all. What begins with the name of a deal may as
 * well be the customer's, with what the new deal is worth.
 */
export async function isClearInDraft(deps: DealDeps, turn: Turn, said: Said): Promise<boolean> {
  // What a word of the form means is said on the form.
  if (said.verb === 'explain') return false;
  // A word alone may be the name of a solution.
  if (!('deal' in said)) return wordsIn(turn.text) > (ofAnyDeal.includes(said.verb) ? 2 : 1);
  if (said.deal === undefined) return false;
  if (said.deal === 'it') return turn.memory?.focus !== undefined;
  const { words } = said.deal;
  if (bare(turn.text).startsWith(bare(words))) return false;
  return (await dealsNamed(deps, turn, words.slice(0, 200))).length > 0;
}

function wordsIn(text: string): number {
  return /\p{Script=Han}/u.test(text) ? [...text].length : text.trim().split(/\s+/).length;
}
