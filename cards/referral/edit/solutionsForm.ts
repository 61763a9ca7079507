import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { locationField, locationNamed, type NamedLocation } from '#cards/form/location.ts';
import { markOf } from '#cards/form/mark.ts';
import { problemText } from '#cards/form/problems.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { solutionKindTexts } from '#cards/referral/parts/dealType.ts';
import { cancelButton, choices, commonData, commonFields, typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, SolutionChoice, SolutionsForm } from '#cards/referral/view/view.ts';
import { type Language, say } from '#cards/say.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import template from './solutionsForm.template.json' with { type: 'json' };

const inputs = ['remove', 'solution', 'search', 'place'] as const;
const MOST_FOUND = 15;

const solutionsData = z.object({
  ...commonFields,
  values: z.record(z.enum(['remove', 'solution', 'search']), z.string()),
  problems: z.record(z.enum(['remove', 'solution']), optionalText),
  present: choices,
  hasSolutions: z.boolean(),
  hasFound: z.boolean(),
  found: choices,
  asksPlace: z.boolean(),
  place: z.array(z.record(z.string(), z.unknown())),
});

/** The form of the solutions: what is taken out, and one that is put in, from the catalog (CR-23, CR-24). */
export function solutionsForm(view: ReferralCardView): CardJson {
  const { referral, language } = view;
  const form = view.form?.kind === 'solutions' ? view.form : undefined;
  const problem = (field: string) => {
    const found = form?.problems[field];
    return optional(found && problemText(found, view));
  };
  const present = referral.solutions ?? [];
  const offered = (form?.found ?? [])
    .filter((one) => !present.some(({ id }) => id === one.id))
    .slice(0, MOST_FOUND);
  const { press, cancel, ...common } = commonData(view, form, {});
  const data = solutionsData.parse({
    ...common,
    values: {
      remove: typedIn(form, 'remove'),
      solution: typedIn(form, 'solution'),
      search: typedIn(form, 'search'),
    },
    problems: { remove: problem('remove'), solution: problem('solution') },
    present: present.map((one) => ({ title: titleOf(one, language), value: markOf(one.id) })),
    hasSolutions: present.length > 0,
    hasFound: offered.length > 0,
    found: offered.map((one) => ({ title: titleOf(one, language), value: one.id })),
    asksPlace: form?.problems.place !== undefined || present.some(({ kind }) => kind === 'assessment'),
    place: [placeField(view, form, common.formVersion)],
    words: {
      remove: say(language, 'deal.solutions.remove'),
      solution: say(language, 'deal.solutions.add'),
      solutionHint: say(language, 'deal.solutions.choose'),
      search: say(language, 'draft.search.label'),
    },
    actions: [
      pressAction({
        verb: 'deal.solutions',
        title: say(language, 'deal.team.submit'),
        style: 'positive',
        data: press,
      }),
      cancelButton(view, cancel),
    ],
  });
  return expand(template, data);
}

/** For which location an assessment is created (CR-24). */
function placeField(view: ReferralCardView, form: SolutionsForm | undefined, formVersion: number): CardJson {
  const { language, referral } = view;
  const problem = form?.problems.place;
  return locationField(
    {
      id: `place.${formVersion}`,
      label: say(language, 'deal.solutions.place'),
      write: say(language, 'draft.assessmentPlace.write'),
      value: typedIn(form, 'place') || (referral.assessmentPlace ?? ''),
      problem: problem && problemText(problem, view),
    },
    form?.locations ?? [],
  );
}

/** What the form of the solutions says; ids are looked up in the catalog before they count. */
export interface SolutionEntries {
  /** Ids that leave the deal. */
  remove: string[];
  /** Id chosen from the list, or given by the typeahead. */
  id?: string | undefined;
  /** A name or an id as it was typed. */
  text?: string | undefined;
  /** MPN id, where another location was chosen for the assessment; words where they name none. */
  place?: string | undefined;
  typed: SolutionsForm['typed'];
}

/** Reads the form tolerantly; `locations`: those for which an assessment can be created. */
export function readSolutions(
  sent: unknown,
  referral: Pick<Referral, 'solutions' | 'assessmentPlace'>,
  locations: readonly NamedLocation[],
): SolutionEntries {
  const { typed } = readInputs(sent, inputs);
  const { place = '' } = typed;
  const marks = (typed.remove ?? '').split(',').filter(Boolean);
  const remove = (referral.solutions ?? []).filter(({ id }) => marks.includes(markOf(id)));
  return {
    remove: remove.map(({ id }) => id),
    id: typed.solution || undefined,
    text: typed.search || undefined,
    place:
      place && place !== referral.assessmentPlace ? (locationNamed(place, locations) ?? place) : undefined,
    typed,
  };
}

function titleOf(one: SolutionChoice | Solution, language: Language): string {
  const kind = say(language, solutionKindTexts[one.kind]);
  const by = one.publisher ? `${clip(literal(one.publisher), 60)}, ` : '';
  return `${clip(literal(one.name), 100)} (${by}${kind})`;
}
