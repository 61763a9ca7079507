import { linkedDeal } from '#app/list/linkedDeal.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type FoundDeal, foundDeal } from './found.ts';

const LONGEST = 2_000;

/** The deal to which a pasted link leads, where whoever pastes it may see it; else the link stays a link. */
export async function unfoldLink(
  deps: { store: DocumentStore },
  turn: Turn,
  url: string,
): Promise<FoundDeal | undefined> {
  const { organization, member } = turn;
  const text = url.slice(0, LONGEST);
  const referral = await linkedDeal(deps, { organization: organization.id, member, text });
  return referral && foundDeal(turn, referral, true);
}
