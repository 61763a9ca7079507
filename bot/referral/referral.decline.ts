import { declineReferral } from '#app/referral/referral.decline.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseDecline } from '#cards/referral/accept/declineForm.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { openReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { openForm } from './openForm.ts';

/** *Decline* with a reason and notes (CR-36, CR-37). */
export const referralDecline: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const found = await openReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const formVersion = formVersionOf(data) + 1;
  if (data.opens === true) return openForm(deps, turn, found.referral, { kind: 'decline', formVersion });
  const parsed = parseDecline(data);
  if (!parsed.ok) {
    const { problems, typed } = parsed;
    const form = { kind: 'decline' as const, formVersion, typed, problems };
    return { card: await cardForPresser(deps, turn, found.referral, { form }) };
  }
  const { reason, notes } = parsed;
  const outcome = await declineReferral(deps, { ...found.input, reason, notes });
  return answerDecision(deps, turn, outcome);
};
