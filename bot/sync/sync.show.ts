import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { enteringAnswer } from './syncCards.ts';

/** What is not in Partner Center yet: what has to be entered there by hand, to be copied, and what has to be settled. */
export const syncShow: ActionOnDeal<DealDeps> = async (deps, press) => {
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  return enteringAnswer(deps, press.turn, found.referral, { formVersion: 0 });
};
