import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { hasInputs } from '#cards/form/inputs.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import type { DealStep } from '#domain/draft/draft.ts';
import template from './draft.template.json' with { type: 'json' };
import { backPress, cancelPress, type FormBody, formIds, nextTitle, seenInStep } from './parts.ts';
import { fromLine, reviewCard, reviewTitle } from './review.ts';
import { customerStep } from './steps/customerStep.ts';
import { detailsStep } from './steps/detailsStep.ts';
import { partnersStep } from './steps/partnersStep.ts';
import { sellingStep } from './steps/sellingStep.ts';
import { solutionsStep } from './steps/solutionsStep.ts';
import { teamStep } from './steps/teamStep.ts';
import type { DraftCardView } from './view.ts';

const press = z.record(z.string(), z.unknown());
const parts = z.array(z.record(z.string(), z.unknown()));

/** What the template binds; a field that is missing would be shown to people as `${field}`. */
const formData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  resultLine: optionalText,
  title: z.string().min(1),
  refused: optionalText,
  from: optionalText,
  understood: z.object({
    shown: z.boolean(),
    title: z.string(),
    rows: z.array(z.object({ label: z.string(), text: z.string() })),
  }),
  intro: z.string().min(1),
  seen: optionalText,
  items: parts,
  /** None where they stand in the form. */
  buttons: z.boolean(),
  actions: z.array(press),
  legend: z.string(),
});

const forms: Record<Exclude<DealStep, 'review'>, (view: DraftCardView) => FormBody> = {
  customer: customerStep,
  details: detailsStep,
  team: teamStep,
  solutions: solutionsStep,
  selling: sellingStep,
  partners: partnersStep,
};

/** The form of the draft's present step, or its review (CR-18 to CR-27). */
export function draftCard(view: DraftCardView): CardJson {
  const { draft, language, problems } = view;
  if (draft.step === 'review') return reviewCard(view);
  const body = forms[draft.step](view);
  const title = reviewTitle(view);
  const actions = buttonsOf(view, body);
  const data: z.input<typeof formData> = {
    lang: language.slice(0, 2),
    summary: title,
    resultLine: optional(view.resultLine && clip(literal(view.resultLine), 300)),
    title,
    refused: optional(problems && Object.keys(problems).length > 0 ? say(language, 'draft.refused') : ''),
    from: optional(fromLine(view)),
    understood: {
      shown: (view.understood ?? []).length > 0,
      title: say(language, 'draft.understood'),
      rows: (view.understood ?? []).slice(0, 8).map(({ label, text }) => ({
        label: say(language, 'draft.label', { label: literal(clip(label, 40)) }),
        text: literal(clip(text, 100)),
      })),
    },
    intro: body.intro,
    seen: optional(seenInStep(view)),
    items: body.items,
    buttons: actions.length > 0,
    actions,
    legend: say(language, hasInputs(body.items) ? 'draft.legend' : 'draft.legend.typed'),
  };
  return expand(template, formData.parse(data));
}

/** What takes the answer and what calls it off first, then the way back and what opens parts. */
function buttonsOf(view: DraftCardView, body: FormBody): CardJson[] {
  if (body.ownButtons) return [];
  const answer = { verb: 'deal.answer', title: nextTitle(view), style: 'positive' } as const;
  return [
    pressAction({ ...answer, data: { ...formIds(view), ...body.shown } }),
    cancelPress(view),
    ...backPress(view),
    ...body.folds.map(({ id, title }) => {
      return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
    }),
  ];
}
