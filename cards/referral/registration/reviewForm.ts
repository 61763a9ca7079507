import type { CardJson } from '#cards/expand.ts';
import { choiceField, note, plainLine, textField } from '#cards/form/field.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { problemText } from '#cards/form/problems.ts';
import { clip, clipBytes, escaped } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { cancelButton, commonData, typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, ReviewForm } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import {
  type ReviewKind,
  registrationFields,
  reviewKinds,
  reviewsPossible,
} from '#domain/referral/registration.ts';
import { type FiledRegistration, filedBy } from '#domain/registration/registrationView.ts';
import { registrationFieldTexts, registrationRows, registrationStandingText } from './registrationWords.ts';

const kindTexts = {
  approve: 'registration.review.approve',
  take: 'registration.review.take',
  pass: 'registration.review.pass',
  fail: 'registration.review.fail',
  ask: 'registration.review.ask',
} satisfies Record<string, TextKey>;

const finalTexts = {
  approve: 'registration.review.final.approve',
  pass: 'registration.review.final.pass',
  fail: 'registration.review.final.fail',
} satisfies Record<string, TextKey>;

const inputs = ['reason', 'fields'] as const;
const MOST_REASON = 500;

/**
 * A partner's registration as a reviewer decides on it (CR-46, CR-48): first the form and what is possible now; then,
 * where a reason is needed or the decision is final, that one decision once more.
 */
export function reviewForm(view: ReferralCardView): CardJson {
  const form = view.form?.kind === 'review' ? view.form : undefined;
  const filed = form && filedBy(view.referral, form.partner);
  if (!form || !filed) return { type: 'Container', items: [] };
  const { language } = view;
  const partner = clip(escaped(filed.party.name), 100);
  const state = registrationStandingText(filed, language);
  const rows = registrationRows(filed.filing.form, view);
  const changed = form.decision === undefined ? rows : [];
  return {
    type: 'Container',
    id: `review.${form.formVersion}`,
    items: [
      {
        type: 'TextBlock',
        text: say(language, 'registration.card.filed', { partner, state }),
        weight: 'Bolder',
        wrap: true,
      },
      ...changed.map(({ label, text }) =>
        plainLine([{ text: `${label}: `, isSubtle: true }, { text }], 'None'),
      ),
      ...(form.decision ? decisionParts(view, form, form.decision) : []),
      { type: 'ActionSet', actions: buttonsOf(view, form, filed) },
    ],
  };
}

function decisionParts(view: ReferralCardView, form: ReviewForm, decision: ReviewKind): CardJson[] {
  const { language } = view;
  const at = (field: (typeof inputs)[number]) => {
    const problem = form.problems[field];
    return {
      id: `${field}.${form.formVersion}`,
      value: field === 'reason' ? clipBytes(form.typed.reason ?? '', 4_000) : typedIn(form, field),
      problem: problem && problemText(problem, view),
    };
  };
  const needed = decision === 'ask' || decision === 'fail';
  const about =
    decision === 'ask'
      ? say(language, 'registration.review.about.ask')
      : decision === 'take'
        ? ''
        : say(language, finalTexts[decision]);
  const fields = choiceField({
    ...at('fields'),
    label: say(language, 'registration.review.fields'),
    style: 'expanded',
    several: true,
    choices: registrationFields.map((field) => ({
      title: say(language, registrationFieldTexts[field]),
      value: field,
    })),
  });
  return [
    ...(about ? [note(about)] : []),
    ...(decision === 'ask' ? [fields] : []),
    textField({
      ...at('reason'),
      label: say(language, needed ? 'registration.review.reason' : 'registration.review.reasonOptional'),
      max: MOST_REASON,
      multiline: true,
    }),
  ];
}

function buttonsOf(view: ReferralCardView, form: ReviewForm, filed: FiledRegistration): CardJson[] {
  const { language } = view;
  const { partner, decision } = form;
  const ids = { partner, submission: filed.submission };
  const data = commonData(view, form, ids);
  const press = (kind: ReviewKind, sure: boolean) =>
    pressAction({
      verb: 'registration.review',
      title: say(language, kindTexts[kind]),
      style: sure ? (kind === 'fail' ? 'destructive' : 'positive') : undefined,
      data: { ...data.press, decision: kind, ...(sure && { sure: 'yes' }) },
      inputs: sure,
    });
  const cancel = cancelButton(view, data.cancel);
  if (!decision) {
    const possible = reviewsPossible(filed.filing.form, filed.state);
    return [
      ...reviewKinds.filter((kind) => possible.includes(kind)).map((kind) => press(kind, false)),
      cancel,
    ];
  }
  const back = pressAction({
    verb: 'registration.review',
    title: say(language, 'registration.review.back'),
    data: data.press,
    inputs: false,
  });
  return [press(decision, true), back, cancel];
}

/** Whether a decision is asked for once more: with a reason, with fields, or because it is final (CR-48). */
export function asksAgain(decision: ReviewKind, ipCosell: boolean): boolean {
  return decision !== 'take' && (decision !== 'approve' || !ipCosell);
}

/** Reads what belongs to a decision; a reason and fields that are needed and missing are problems at their fields. */
export function readReview(
  sent: unknown,
  decision: ReviewKind,
): {
  reason?: string | undefined;
  fields: (typeof registrationFields)[number][];
  typed: Record<string, string>;
  problems: Record<string, FieldProblem>;
} {
  const { typed, problems: unread } = readInputs(sent, inputs);
  const problems: Record<string, FieldProblem> = { ...unread };
  const ticked = (typed.fields ?? '').split(',');
  const fields = registrationFields.filter((field) => ticked.includes(field));
  const reason = typed.reason || undefined;
  if ((decision === 'ask' || decision === 'fail') && !reason)
    problems.reason ??= { code: 'review-no-reason' };
  if (reason && reason.length > MOST_REASON) {
    problems.reason = { code: 'review-reason-long', values: { length: reason.length, max: MOST_REASON } };
  }
  if (decision === 'ask' && fields.length === 0) problems.fields ??= { code: 'review-no-fields' };
  return { reason, fields, typed, problems };
}
