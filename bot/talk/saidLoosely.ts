import { dealsNamed } from '#dialogs/meant/dealsNamed.ts';
import { knownIn } from '#dialogs/reading/said/loosely/known.ts';
import { readLoosely } from '#dialogs/reading/said/loosely/loose.ts';
import type { Said, SaidContext } from '#dialogs/reading/said/said.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Hits } from './dealsHit.ts';

/** What a sentence says, read by the names of the deals that its words hit; undefined where it stays open. */
export async function saidLoosely(
  { text }: Turn,
  context: SaidContext,
  hits: Hits,
): Promise<Said | undefined> {
  const names = [...new Set((await hits()).flatMap(({ name, customer }) => [name, customer.name]))];
  return readLoosely(text, knownIn(text, names), context);
}

/** The same where no deal has the words that a sentence names one by: move Contoso over. Else as it was read. */
export async function saidOfDeal(
  deps: DealDeps,
  turn: Turn,
  said: Said,
  context: SaidContext,
  hits: Hits,
): Promise<Said> {
  if (!('deal' in said) || typeof said.deal !== 'object') return said;
  if ((await dealsNamed(deps, turn, said.deal.words)).length > 0) return said;
  const loosely = await saidLoosely(turn, context, hits);
  // What is said of a deal is nothing that is about none.
  return loosely && 'deal' in loosely ? loosely : said;
}
