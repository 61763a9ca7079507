import { z } from 'zod';
import { visibleDeal } from '#app/list/deal.favorite.ts';
import { ON_LINE } from '#cards/deal/answer/answer.card.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { dealBelow } from '#dialogs/turn/dealBelow.ts';
import { listPosition } from '#dialogs/turn/listPosition.ts';
import { unknownDeal } from '#dialogs/turn/unknownDeal.ts';
import type { Messenger } from '#ports/messenger.ts';
import { answerDeal } from './lists.ts';

const data = listPosition.extend({ referral: z.string().min(1).max(200), on: z.string().optional() });

/**
 * A row of a list is opened: the deal's card in place of the list, with the way back and to the deals beside it. From a line
 * it comes below, as a message of its own.
 */
export const dealOpen: Action<DealDeps & { messenger: Messenger }> = async (deps, { turn, data: sent }) => {
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { referral: referralId, on, ...place } = parsed.data;
  if (on !== ON_LINE) return answerDeal(deps, turn, referralId, place);
  const { organization, member } = turn;
  const referral = await visibleDeal(deps, { organization: organization.id, member, referralId });
  const below = referral && (await dealBelow(deps, turn, referral));
  return below ?? { text: await unknownDeal(deps, turn, referralId) };
};
