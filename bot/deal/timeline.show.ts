import { z } from 'zod';
import { say } from '#cards/say.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { timelinePage } from './timelineCards.ts';

const revision = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();
const position = z.looseObject({
  before: revision,
  after: revision,
});

/** *History*: every change of a deal, ten at a time, for one person alone wherever it is asked for. */
export const timelineShow: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn } = press;
  const parsed = position.safeParse(press.data);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { before, after } = parsed.data;
  const meant = await dealMeant(deps, press, { how: 'timeline.how' });
  if ('answer' in meant) return meant.answer;
  const found = await viewableReferralOf(deps, meant);
  if ('answer' in found) return found.answer;
  return timelinePage(deps, turn, found.referral, after === undefined ? { before } : { after });
};
