import { z } from 'zod';
import type { Action } from '#bot/dispatch/verbs.ts';
import { placeData } from '#bot/turn/around.ts';
import { say } from '#cards/say.ts';
import { answerDeal } from './lists.ts';

const data = placeData.extend({ referral: z.string().min(1).max(200) });

/** A row of a list is opened: the deal's card in place of the list, with the way back and to the deals beside it. */
export const dealOpen: Action = async (deps, { turn, data: sent }) => {
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { referral, ...place } = parsed.data;
  return answerDeal(deps, turn, referral, place);
};
