import { z } from 'zod';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { listPosition } from '#dialogs/turn/listPosition.ts';
import { answerDeal } from './lists.ts';

const data = listPosition.extend({ referral: z.string().min(1).max(200) });

/** A row of a list is opened: the deal's card in place of the list, with the way back and to the deals beside it. */
export const dealOpen: Action<DealDeps> = async (deps, { turn, data: sent }) => {
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { referral, ...place } = parsed.data;
  return answerDeal(deps, turn, referral, place);
};
