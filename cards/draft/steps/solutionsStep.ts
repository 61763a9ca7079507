import {
  draftInputId,
  draftProblemAt,
  type FormBody,
  hintOf,
  inputText,
  isWanted,
  optionalLabel,
  requiredLabel,
} from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, foldedPart, heading, plainLine, textField } from '#cards/form/field.ts';
import { locationPart } from '#cards/form/location.ts';
import { markOf } from '#cards/form/mark.ts';
import type { Reader } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { isAssessment, withoutRepeats } from '#domain/referral/solutions.ts';

const kindTexts = {
  own: 'draft.kind.own',
  microsoft: 'draft.kind.microsoft',
  'third-party': 'draft.kind.third-party',
  assessment: 'draft.kind.assessment',
} satisfies Record<string, TextKey>;

const MOST_OFFERED = 25;
/** Beside many chosen ones the card has less room. */
const MANY = 20;
const FEW_OFFERED = 10;

/** What is sold (CR-23, CR-24): chosen from the catalog, found in it, or a third party's typed in by hand. */
export function solutionsStep(view: DraftCardView): FormBody {
  const { draft, language } = view;
  const chosen = draft.solutions ?? [];
  const offered = view.offered
    .filter((one) => view.vetted || !isAssessment(one))
    .slice(0, chosen.length > MANY ? FEW_OFFERED : MOST_OFFERED);
  const shown = withoutRepeats([...chosen, ...offered]);
  const more = draftInputId(view, 'more');
  const asked = view.offeredFor ?? '';
  const open = isWanted(view, ['thirdName', 'thirdPublisher']);
  const placed = shown.some(isAssessment) || isWanted(view, ['assessmentPlace']);
  return {
    intro: say(language, 'draft.solutions.intro'),
    items: [
      ...(asked ? [foundLine(view, asked, offered.length)] : []),
      ...(shown.length > 0
        ? [
            choiceField({
              id: draftInputId(view, 'solutions'),
              label: requiredLabel(view, 'draft.solutions.label'),
              hint: hintOf(view, undefined, 'solutions'),
              value: chosen.map(solutionKey).join(','),
              style: 'expanded',
              several: true,
              choices: shown.map((one) => ({
                title: solutionTitle(one, view, shown.length > 2 * MANY ? 40 : 80),
                value: solutionKey(one),
              })),
              problem: draftProblemAt(view, 'solutions'),
            }),
          ]
        : emptyPart(view)),
      ...(placed ? [placePart(view)] : []),
      ...searchPart(view, asked),
      foldedPart(more, open, thirdPart(view)),
    ],
    folds: open ? [] : [{ id: more, title: say(language, 'draft.third.button') }],
    shown: asked ? { asked: markOf(asked) } : {},
  };
}

/** What is not offered at once is searched. */
function searchPart(view: DraftCardView, asked: string): CardJson[] {
  const { language } = view;
  return [
    textField({
      id: draftInputId(view, 'search'),
      label: say(language, 'draft.search.label'),
      hint: say(language, 'draft.search.hint'),
      value: inputText(view, 'search', asked),
      max: 100,
      // Forms from before have a field that suggests as well.
      problem: draftProblemAt(view, 'search') ?? draftProblemAt(view, 'found'),
    }),
    searchButton(view),
  ];
}

function emptyPart(view: DraftCardView): CardJson[] {
  const problem = draftProblemAt(view, 'solutions');
  const text = say(view.language, 'draft.solutions.empty');
  return [
    { type: 'TextBlock', text, wrap: true },
    ...(problem
      ? [
          {
            type: 'TextBlock',
            text: problem,
            color: 'Attention',
            weight: 'Bolder',
            size: 'Small',
            wrap: true,
          },
        ]
      : []),
  ];
}

function foundLine(view: DraftCardView, asked: string, count: number): CardJson {
  const key = count > 0 ? 'draft.solutions.found' : 'draft.solutions.foundNone';
  return plainLine([{ text: say(view.language, key, { text: literal(clip(asked, 100)) }) }]);
}

/** The search has a button of its own: what is ticked and typed besides stays. */
function searchButton(view: DraftCardView): CardJson {
  const title = say(view.language, 'draft.search.button');
  const data = { draft: view.draft.id, step: 'solutions', form: view.draft.formVersion, search: true };
  return {
    type: 'ActionSet',
    spacing: 'Small',
    actions: [pressAction({ verb: 'deal.answer', title, data })],
  };
}

/** For which location an assessment is created (CR-24): nothing to choose where there is one only. */
function placePart(view: DraftCardView): CardJson {
  const { language, locations } = view;
  const label = say(language, 'draft.assessmentPlace.label');
  const problem = draftProblemAt(view, 'assessmentPlace');
  return locationPart(
    {
      locked: {
        label: say(language, 'draft.locked', { label }),
        hint: hintOf(view, 'draft.assessmentPlace.only', 'assessmentPlace'),
      },
      id: draftInputId(view, 'assessmentPlace'),
      label,
      hint: hintOf(view, 'draft.assessmentPlace.hint', 'assessmentPlace'),
      write: hintOf(view, 'draft.assessmentPlace.write', 'assessmentPlace'),
      value: inputText(view, 'assessmentPlace', view.draft.assessmentPlace),
      problem,
    },
    locations,
  );
}

function thirdPart(view: DraftCardView): CardJson[] {
  const { language } = view;
  return [
    heading(say(language, 'draft.third.title')),
    textField({
      id: draftInputId(view, 'thirdName'),
      label: say(language, 'draft.third.name'),
      hint: hintOf(view, 'draft.third.hint', 'solutions'),
      value: inputText(view, 'thirdName', ''),
      max: 250,
      problem: draftProblemAt(view, 'thirdName'),
    }),
    textField({
      id: draftInputId(view, 'thirdPublisher'),
      label: optionalLabel(view, 'draft.third.publisher'),
      value: inputText(view, 'thirdPublisher', ''),
      max: 250,
      problem: draftProblemAt(view, 'thirdPublisher'),
    }),
  ];
}

/** `Contoso Data Platform · own · incentive eligible`. */
function solutionTitle(solution: Solution, reader: Reader, room: number): string {
  const { publisher: _, ...bare } = solution;
  const shown = room < 80 ? bare : solution;
  return choiceTitle([clip(solution.name, room), ...solutionMarksOf(shown, reader)].join(' · '));
}

/** Stands for a solution in a choice: its id, unless that is long. */
export function solutionKey({ id }: Pick<Solution, 'id'>): string {
  return id.length > 40 || id.includes(',') ? `long:${markOf(id.toLowerCase())}` : id;
}

/** What a solution is, and what follows from it. */
export function solutionMarksOf(solution: Solution, { language }: Reader): string[] {
  return [
    say(language, kindTexts[solution.kind]),
    solution.publisher && solution.kind === 'third-party' ? clip(solution.publisher, 40) : '',
    solution.incentive ? say(language, 'draft.mark.incentive') : '',
    solution.ipCosell ? say(language, 'draft.mark.ipCosell') : '',
  ].filter((mark) => mark !== '');
}
