import { formVersionOf } from '#cards/form/inputs.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { dealBelow } from '#dialogs/turn/dealBelow.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import type { Messenger } from '#ports/messenger.ts';

/**
 * Shows a referral as it is now: in place of the pressed card, which is also how *Cancel* closes a form; from a
 * reminder as a message of its own; typed, at the end of the chat.
 */
export const referralView: ActionOnDeal<DealDeps & { messenger: Messenger }> = async (deps, press) => {
  const { turn, data } = press;
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const below = data.from === 'reminder' ? await dealBelow(deps, turn, referral) : undefined;
  return below ?? cardOrLine(deps, turn, referral, { formVersion: formVersionOf(data) + 1 });
};
