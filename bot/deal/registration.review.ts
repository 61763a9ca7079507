import { z } from 'zod';
import { reviewRegistration } from '#app/deal/registration.review.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { asksAgain, readReview } from '#cards/referral/registration/reviewForm.ts';
import type { ReviewForm } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { registeredDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { reviewKinds, reviewsPossible } from '#domain/referral/registration.ts';
import { awaitsReview, filedBy, nextToReview } from '#domain/registration/registrationView.ts';

const doneTexts = {
  approve: 'registration.review.done.approve',
  take: 'registration.review.done.take',
  pass: 'registration.review.done.pass',
  fail: 'registration.review.done.fail',
  ask: 'registration.review.done.ask',
} satisfies Record<string, TextKey>;

const sentData = z.looseObject({
  partner: z.string().min(1).max(200).optional(),
  submission: z.coerce.number().int().optional(),
  decision: z.enum(reviewKinds).optional(),
  sure: z.string().max(10).optional(),
});

/**
 * *Review the registration* at Microsoft (CR-46, CR-48): the first press shows it with what can be decided; what needs a
 * reason or is final is asked for once more.
 */
export const registrationReview: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const found = await registeredDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const parsed = sentData.safeParse(data);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { partner, submission, decision, sure } = parsed.data;
  const filed = partner === undefined ? nextToReview(referral) : filedBy(referral, partner);
  if (!filed || (!decision && !awaitsReview(filed))) {
    const rejection = filed || partner === undefined ? 'review-not-now' : 'review-nothing';
    return { card: await cardForPresser(deps, turn, referral, { rejection }) };
  }
  const { organization } = filed.party;
  const open = async (form: Partial<ReviewForm>) => ({
    card: await cardForPresser(deps, turn, referral, {
      form: {
        kind: 'review',
        partner: organization,
        formVersion: data.form === undefined ? 0 : formVersionOf(data) + 1,
        typed: {},
        problems: {},
        ...form,
      },
    }),
    open: true as const,
  });
  if (!decision) return open({});
  const { form } = filed.filing;
  const now = reviewsPossible(form, filed.state).includes(decision) && submission === filed.submission;
  const { reason, fields, typed, problems } = readReview(data, decision);
  if (now && asksAgain(decision, form.solution.ipCosell)) {
    if (!sure) return open({ decision });
    if (Object.keys(problems).length > 0) return open({ decision, typed, problems });
  }
  const outcome = await reviewRegistration(deps, {
    ...found.input,
    partner: organization,
    submission: submission ?? 0,
    decision,
    reason,
    fields,
  });
  return answerDecision(deps, turn, outcome, say(language, doneTexts[decision]));
};
