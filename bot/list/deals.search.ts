import { z } from 'zod';
import { visibleDeal } from '#app/list/deal.favorite.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { MOST_SEARCHED, searchCard } from '#cards/list/search/search.card.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { answerSearch } from './lists.ts';

const data = z.looseObject({
  text: z.string().optional(),
  after: z.string().max(1000).optional(),
  before: z.string().max(1000).optional(),
  first: z.string().max(200).optional(),
});

/** Deals by words of their name, customer, id or notes (CR-16); without words it asks for some. */
export const dealsSearch: Action<DealDeps> = async (deps, { turn, data: sent }) => {
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { after, before, first } = parsed.data;
  const formVersion = formVersionOf(sent) + 1;
  const typed = sent[`words.${formVersion - 1}`];
  const text = searched(typeof typed === 'string' ? typed : (parsed.data.text ?? ''));
  if (text === '') return { card: searchCard({ ...turn.reader, kind: 'ask', text, formVersion }) };
  const who = { organization: turn.organization.id, member: turn.member };
  const start = first && (await visibleDeal(deps, { ...who, referralId: first }));
  return answerSearch(deps, turn, text, start ? { first: start } : { after, before }, formVersion);
};

/** A text as it is searched for: an address or an id whole, of anything else a reasonable part. */
function searched(typed: string): string {
  const text = typed.replace(/\s+/g, ' ').trim();
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0];
  return id ?? text.slice(0, MOST_SEARCHED).toWellFormed();
}
