import { declineReferral } from '#app/referral/referral.decline.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseDecline } from '#cards/referral/accept/declineForm.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { endingLine } from '#dialogs/turn/endingLine.ts';
import { askToDecline } from './askingAnswer.ts';
import { openForm } from './openForm.ts';

/** *Decline* with a reason and notes (CR-36, CR-37). */
export const referralDecline: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const found = await openReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const formVersion = formVersionOf(data) + 1;
  if (data.opens === true) return openForm(deps, turn, found.referral, { kind: 'decline', formVersion });
  if (turn.inLine && data.form === undefined) return askToDecline(turn, found.referral, data.reason);
  const parsed = parseDecline(data);
  if (!parsed.ok) {
    const { problems, typed } = parsed;
    const form = { kind: 'decline' as const, formVersion, typed, problems };
    return cardOrLine(deps, turn, found.referral, { form });
  }
  const { reason, notes } = parsed;
  const outcome = await declineReferral(deps, { ...found.input, reason, notes });
  return answerDecision(deps, turn, outcome, { sentence: endingLine(turn, outcome, 'talk.declined') });
};
