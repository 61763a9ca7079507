import { z } from 'zod';
import { favoriteDeal } from '#app/list/deal.favorite.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { listPosition } from '#dialogs/turn/listPosition.ts';
import { answerDeal, answerPlace } from './lists.ts';

const data = listPosition.extend({
  referral: z.string().min(1).max(200),
  on: z.enum(['yes', 'no']),
  /** Pressed on the deal's own card, which stays. */
  stay: z.string().optional(),
});

/** The heart (CR-14): set or taken, with the list or the deal's card that it was pressed on as the answer. */
export const dealFavorite: Action<DealDeps> = async (deps, { turn, data: sent }) => {
  const { language } = turn.reader;
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { referral: referralId, on, stay, ...place } = parsed.data;
  await favoriteDeal(deps, {
    organization: turn.organization.id,
    personId: turn.person.personId,
    member: turn.member,
    referralId,
    on: on === 'yes',
  });
  const listed = stay ? undefined : await answerPlace(deps, turn, place);
  return listed ?? answerDeal(deps, turn, referralId, place);
};
