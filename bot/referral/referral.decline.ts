import { declineReferral } from '#app/referral/referral.decline.ts';
import type { DealAction, DealDeps } from '#bot/turn/action.ts';
import { answerDecision, openReferralOf } from '#bot/turn/decide.ts';
import { cardForPresser } from '#bot/turn/press.ts';
import { roundOf } from '#cards/form/inputs.ts';
import { parseDecline } from '#cards/referral/accept/declineForm.ts';

/** *Decline* with a reason and notes (CR-36, CR-37). */
export const referralDecline: DealAction<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const found = await openReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const parsed = parseDecline(data);
  if (!parsed.ok) {
    const { problems, typed } = parsed;
    const form = { kind: 'decline' as const, round: roundOf(data) + 1, typed, problems };
    return { card: await cardForPresser(deps, turn, found.referral, { form }) };
  }
  const { reason, notes } = parsed;
  const outcome = await declineReferral(deps, { ...found.input, reason, notes });
  return answerDecision(deps, turn, outcome);
};
