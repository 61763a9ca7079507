import { dealsAtHand } from '#app/list/dealsAtHand.ts';
import { isOutsider } from '#app/organization/member.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type ComposeAnswer, foundDeal } from './found.ts';

/** As many as are looked over before one types another word. */
const MOST_FOUND = 12;
const LONGEST = 500;

/** Deals for the compose box: without words the ones at hand, else what the words find; always an answer in words where there are none. */
export async function searchFromCompose(
  deps: { store: DocumentStore },
  turn: Turn,
  typed: string,
): Promise<ComposeAnswer> {
  const { organization, person, member, reader } = turn;
  const { language } = reader;
  if (isOutsider(organization, person)) return { text: say(language, 'notice.guest') };
  if (!member) return { text: say(language, 'glance.search.noRights') };
  const text = typed.trim().slice(0, LONGEST).toWellFormed();
  const who = { organization: organization.id, personId: person.personId, member, text };
  const deals = await dealsAtHand(deps, who, MOST_FOUND);
  if (deals.length > 0) return { deals: deals.map((deal) => foundDeal(turn, deal)) };
  if (text === '') return { text: say(language, 'glance.search.empty') };
  return { text: say(language, 'glance.search.none', { text: clip(oneLine(text), 60) }) };
}
