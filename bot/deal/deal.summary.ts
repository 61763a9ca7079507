import { namesOf } from '#app/contact/people.ts';
import { summaryCard } from '#cards/talk/summary/summary.card.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { todayOf } from '#dialogs/turn/turn.ts';
import { nextStep } from '#domain/list/nextStep.ts';

/** How a deal is going, in three lines: where it stands, what happened last and by whom, what is next. */
export const dealSummary: ActionOnDeal<DealDeps> = async (deps, press) => {
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const { turn } = press;
  const { registrationPolicy } = turn.organization.options;
  const { stageNames } = turn.organization;
  const names = await namesOf(deps, referral.organization, [referral.recent?.at(-1)?.by]);
  const next = nextStep(referral, todayOf(deps, turn), registrationPolicy);
  return { card: summaryCard({ ...turn.reader, referral, names, next, stageNames }), about: referral.id };
};
