import { z } from 'zod';
import { visibleDeal } from '#app/list/deal.favorite.ts';
import { keepChoice, listChoiceOf } from '#app/list/listChoice.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseFilters } from '#cards/list/parseFilters.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { listPosition } from '#dialogs/turn/listPosition.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import { answerList, answerPlace } from './lists.ts';

/** A text without a list is what was searched for: the way back from a deal that a search found. */
const data = listPosition.extend({
  after: z.string().max(1000).optional(),
  before: z.string().max(1000).optional(),
  clear: z.string().optional(),
  /** The form of filters, in the place of the deals. */
  show: z.literal('filters').optional(),
});

/**
 * A page of a list (CR-13); with the inputs of its form, the list as it shall be from now on (CR-15); with filters in the
 * press, narrowed by them this once.
 */
export const dealsList: Action<DealDeps> = async (deps, { turn, data: sent }) => {
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { list, filters, text, after, before, first, clear, show } = parsed.data;
  if (!list) {
    const back = text && (await answerPlace(deps, turn, { text, first }));
    return back || { text: say(turn.reader.language, 'notice.oldButton') };
  }
  // Nobody else has anything to review, and an empty list would say that nothing is registered.
  if (list === 'reviews' && turn.organization.id !== MICROSOFT) {
    return { text: say(turn.reader.language, 'registration.reviews.elsewhere') };
  }
  const formVersion = formVersionOf(sent) + 1;
  const who = { organization: turn.organization.id, personId: turn.person.personId, list };
  if (clear) {
    const { filters: _filters, ...rest } = await listChoiceOf(deps, who);
    await keepChoice(deps, { ...who, choice: { ...rest, filters: {} } });
  } else if (sent.form !== undefined) {
    const form = parseFilters(sent, list, turn.reader);
    if (!form.ok) return answerList(deps, turn, { list }, {}, { formVersion, form });
    await keepChoice(deps, { ...who, choice: form.choice });
  }
  const start = first && (await visibleDeal(deps, { ...who, member: turn.member, referralId: first }));
  const position = start ? { first: start } : { after, before };
  return answerList(deps, turn, { list, filters }, position, { formVersion, ...(show && { form: {} }) });
};
