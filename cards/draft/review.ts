import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { isPartnerLed } from '#domain/draft/dealProblems.ts';
import { type DealStep, dealSteps } from '#domain/draft/draft.ts';
import { spoiledWithoutMicrosoft } from '#domain/engagement/solutionRules.ts';
import { type DealType, dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import { draftProblemAt } from './parts.ts';
import template from './review.template.json' with { type: 'json' };
import { sectionRows } from './sections.ts';
import { someNames } from './steps/sellingStep.ts';
import { type DraftCardView, type DraftField, draftFields, stepTexts } from './view.ts';

const detailTexts = {
  private: 'draft.type.private.detail',
  'co-sell': 'draft.type.co-sell.detail',
  assessment: 'draft.type.assessment.detail',
  p2p: 'draft.type.p2p.detail',
  microsoft: 'draft.type.microsoft.detail',
  'partner-led': 'draft.type.partner-led.detail',
} satisfies Record<string, TextKey>;

const typeTexts = {
  private: 'draft.type.private',
  'co-sell': 'draft.type.co-sell',
  assessment: 'draft.type.assessment',
  p2p: 'draft.type.p2p',
  'partner-led': 'draft.type.partner-led',
} satisfies Record<string, TextKey>;

const press = z.record(z.string(), z.unknown());
const reviewData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  resultLine: optionalText,
  title: z.string().min(1),
  from: optionalText,
  type: z.object({ style: z.enum(['accent', 'emphasis']), title: z.string(), detail: z.string() }),
  warning: optionalText,
  sections: z.array(
    z.object({
      title: z.string(),
      change: z.string(),
      changes: z.boolean(),
      invites: z.boolean(),
      press,
      problems: z.array(z.object({ line: z.string() })),
      rows: z.array(
        z.object({
          label: z.string(),
          text: z.string(),
          weight: z.enum(['Bolder', 'Default']),
          mark: z.string(),
        }),
      ),
    }),
  ),
  words: z.record(z.string(), z.string()),
  actions: z.array(press),
});

/** Everything that was entered or assumed, by section, what the deal is and who will see it; then it is created. */
export function reviewCard(view: DraftCardView): CardJson {
  const { draft, language } = view;
  const deal = {
    direction: 'outbound' as const,
    ...(view.ofMicrosoft && { organization: MICROSOFT }),
    assistance: draft.assistance,
    solutions: draft.solutions,
    partnerLed: isPartnerLed(draft, view.options) || undefined,
    parties: (draft.invitations ?? []).map(({ organization, name, referralId }) => ({
      ...{ organization, name, referralId },
      role: 'invited' as const,
      seq: 0,
    })),
  };
  const type = dealTypeOf(deal);
  const ids = { draft: draft.id, step: 'review', form: draft.formVersion };
  const title = reviewTitle(view);
  const data: z.input<typeof reviewData> = {
    lang: language.slice(0, 2),
    summary: title,
    resultLine: optional(view.resultLine && clip(literal(view.resultLine), 300)),
    title,
    from: optional(fromLine(view)),
    type: {
      style: hasMicrosoft(deal) ? 'accent' : 'emphasis',
      title: say(language, typeTexts[type]),
      // With partners in it, it is still Microsoft's to see (CR-12).
      detail: say(language, detailTexts[detailOf(view, deal.partnerLed ? 'partner-led' : type)]),
    },
    warning: optional(warningOf(view, spoiledWithoutMicrosoft(deal))),
    sections: dealSteps.flatMap((step) => {
      const asked = step !== 'review' && (step !== 'selling' || !view.ofMicrosoft);
      return asked ? [sectionOf(view, step)] : [];
    }),
    words: {
      before: say(language, 'draft.review.before'),
    },
    actions: [
      pressAction({
        verb: 'deal.create',
        title: say(language, 'draft.create'),
        style: 'positive',
        data: ids,
      }),
      pressAction({
        verb: 'deal.cancel',
        title: say(language, 'draft.cancel'),
        mode: 'secondary',
        data: ids,
      }),
    ],
  };
  return expand(template, reviewData.parse(data));
}

/** What one should know before it is created: what can't be registered (CR-27), and who would not hear of it (CR-30). */
function warningOf(view: DraftCardView, spoiled: readonly Pick<Solution, 'name'>[]): string {
  const { language, unheard = [] } = view;
  const names = unheard.map((name) => ({ name }));
  const lines = [
    spoiled.length > 0 ? say(language, 'draft.warning', { names: someNames(view, spoiled) }) : '',
    names.length > 0 ? say(language, 'invite.draft.unheard', { names: someNames(view, names) }) : '',
  ].filter(Boolean);
  const [one = '', other] = lines;
  return other === undefined ? one : say(language, 'draft.sentences', { one, other });
}

/** Microsoft does not wait for its own decision. */
function detailOf({ ofMicrosoft }: DraftCardView, type: DealType): DealType | 'microsoft' {
  return ofMicrosoft && type === 'co-sell' ? 'microsoft' : type;
}

function sectionOf(view: DraftCardView, step: Exclude<DealStep, 'review'>) {
  const { draft, language, assumed = [] } = view;
  const ids = { draft: draft.id, step };
  const partners = step === 'partners';
  const fields: readonly DraftField[] = [
    ...(step === 'selling' ? (['customerContact'] as const) : []),
    ...draftFields[step],
  ];
  // The contact is asked for by the help, so that its problem stands there and not at both.
  const own = fields.filter((field) => step !== 'customer' || !isContact(field));
  const change = say(language, partners ? 'invite.draft.add' : 'draft.change');
  return {
    title: say(language, stepTexts[step]),
    change,
    changes: !partners,
    // No button, of which a card has six at most; what is invited to an assessment has to be taken out.
    invites: partners && (!draft.solutions?.some(isAssessment) || (draft.invitations ?? []).length > 0),
    press: pressAction({ verb: 'deal.change', title: change, data: ids }),
    problems: own.flatMap((field) => {
      const line = draftProblemAt(view, field);
      return line ? [{ line }] : [];
    }),
    rows: sectionRows(view, step).map(({ label, text, weight, entry }) => ({
      label: label ? say(language, 'draft.label', { label }) : '',
      text,
      weight: weight ?? ('Default' as const),
      mark: entry && assumed.includes(entry) ? ` ${say(language, 'draft.assumed')}` : '',
    })),
  };
}

function isContact(field: DraftField): boolean {
  return (draftFields.selling as readonly DraftField[]).includes(field);
}

/** `New deal · step 2 of 6: Team`, or what is changed on the way back to the review. */
export function reviewTitle(view: DraftCardView): string {
  const { draft, language, stepNumber, stepCount } = view;
  const step = say(language, stepTexts[draft.step]);
  if (draft.reviewing && draft.step !== 'review') return say(language, 'draft.title.change', { step });
  return say(language, 'draft.title', { number: stepNumber, count: stepCount, step });
}

/** That the deal it was begun from stays as it is. */
export function fromLine({ draft, language }: DraftCardView): string {
  return draft.from ? say(language, 'draft.from', { name: literal(clip(draft.from.name, 120)) }) : '';
}
