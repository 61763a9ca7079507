import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';
import { dealsNamed } from './dealsNamed.ts';

/** A name is no longer; what is may be a sentence. */
const LONGEST = 80;
const MOST_WORDS = 8;

/** The deals that a text is the name of, or of whose customer; at most a few, and none of those it only speaks about. */
export async function dealsCalled(deps: DealDeps, turn: Turn, text: string): Promise<readonly Referral[]> {
  const words = wordsOf(text);
  if (text.trim().length > LONGEST || words.length === 0 || words.length > MOST_WORDS) return [];
  const deals = await dealsNamed(deps, turn, text.trim());
  return deals.filter((deal) => isCalled(deal, words) || text.includes(deal.id));
}

/** Whether each of the words begins one of the deal's name or of its customer's. */
export function isCalled({ name, customer }: Pick<Referral, 'name' | 'customer'>, words: readonly string[]) {
  return beginsWords(words, [name, customer.name]);
}
