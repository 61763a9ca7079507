import { dealNamed } from '#app/list/namedDeal.ts';
import { knownIn } from '#dialogs/reading/said/loosely/known.ts';
import { readLoosely } from '#dialogs/reading/said/loosely/loose.ts';
import type { Said, SaidContext } from '#dialogs/reading/said/said.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { dealsHit } from './dealsHit.ts';

/** What a sentence says, read by the names of the deals that its words hit; undefined where it stays open. */
export async function saidLoosely(
  deps: DealDeps,
  turn: Turn,
  context: SaidContext,
): Promise<Said | undefined> {
  const deals = await dealsHit(deps, turn);
  const names = [...new Set(deals.flatMap(({ name, customer }) => [name, customer.name]))];
  return readLoosely(turn.text, knownIn(turn.text, names), context);
}

/** The same where no deal has the words that a sentence names one by: move Contoso over. Else as it was read. */
export async function saidOfDeal(
  deps: DealDeps,
  turn: Turn,
  said: Said,
  context: SaidContext,
): Promise<Said> {
  if (!('deal' in said) || typeof said.deal !== 'object') return said;
  const { organization, person, member } = turn;
  const text = said.deal.words;
  const found = await dealNamed(deps, {
    organization: organization.id,
    personId: person.personId,
    member,
    text,
  });
  if (found.kind !== 'none') return said;
  const loosely = await saidLoosely(deps, turn, context);
  // What is said of a deal is nothing that is about none.
  return loosely && 'deal' in loosely ? loosely : said;
}
