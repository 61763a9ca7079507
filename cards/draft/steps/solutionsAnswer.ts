import {
  type DraftFormContext,
  type DraftProblems,
  type DraftTyped,
  draftFields,
  type ParsedDraft,
} from '#cards/draft/view.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { locationNamed } from '#cards/form/location.ts';
import { markOf } from '#cards/form/mark.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import { MOST_SOLUTIONS, solutionProblems } from '#domain/engagement/solutionRules.ts';
import { isAssessment, isSameSolution, typedSolution, withoutRepeats } from '#domain/referral/solutions.ts';
import { asksForHelp } from './customerStep.ts';
import { solutionKey } from './solutionsStep.ts';

const MOST = 250;

/** Reads the solutions (CR-23) with the rules of an assessment (CR-10, CR-24), or the text to look for. */
export function parseSolutions(sent: unknown, context: DraftFormContext): ParsedDraft {
  const { draft, lookedUp } = context;
  const { typed, problems: unreadable, data } = readInputs(sent, draftFields.solutions);
  const problems: DraftProblems = unreadable;
  const known = [...(draft.solutions ?? []), ...context.offered, ...(lookedUp?.solutions ?? [])];
  const ticked = (typed.solutions ?? '').split(',').map((id) => id.trim());
  const ids = [...new Set([...ticked, typed.found ?? ''])]
    .filter((id) => id !== '')
    .slice(0, 2 * MOST_SOLUTIONS);
  const find = (id: string) => known.find((one) => isSameSolution(one, { id }) || solutionKey(one) === id);
  const strange = ids.filter((id) => !find(id));
  const third = readThird(typed, problems);
  const solutions = withoutRepeats([...ids.flatMap((id) => find(id) ?? []), ...(third ? [third] : [])]);

  const search = typed.search ?? '';
  const asks = search !== '' && (data.search === true || markOf(search) !== data.asked);
  const searching = asks ? { searchSolution: search } : {};
  if (strange.length > 0 && !lookedUp) {
    return { ok: true, changes: {}, picked: { solutionIds: strange, ...searching }, typed };
  }
  const left = withoutStored(typed, third !== undefined);
  // Looked for with more chosen besides: nothing of it may be lost, and nothing is judged yet.
  if (asks) return { ok: true, changes: { solutions }, picked: searching, typed: left };
  if (strange.length > 0) problems.solutions = { code: 'solution-unknown' };
  const assessment = solutions.some(isAssessment);
  const assessmentPlace = assessment ? placeOf(typed.assessmentPlace, context) : undefined;
  const locations = context.locations.map(({ mpnId }) => mpnId);
  for (const code of solutionProblems(solutions, { vetted: context.vetted, assessmentPlace, locations })) {
    if (code === 'assessment-place-missing' || code === 'assessment-place-unknown')
      problems.assessmentPlace ??= { code };
    else if (code === 'solutions-missing' && Object.keys(problems).length > 0) continue;
    else if (code === 'solutions-too-many') problems.solutions ??= { code, values: { max: MOST_SOLUTIONS } };
    else problems.solutions ??= { code };
  }
  if (assessment && asksForHelp(context)) problems.solutions ??= { code: 'assessment-with-help' };
  const changes: DealEntries = { solutions, assessmentPlace };
  if (Object.keys(problems).length === 0) return { ok: true, changes, picked: {}, typed };
  // Chosen is chosen, though not in order yet: a found one would not be there to be ticked otherwise.
  return { ok: false, problems, typed: left, changes: { solutions }, picked: {} };
}

/** The location that is meant by its id or name, what was chosen before, or the only one; unknown words stay words. */
function placeOf(text: string | undefined, { draft, locations }: DraftFormContext): string | undefined {
  if (text) return locationNamed(text, locations) ?? text;
  return draft.assessmentPlace ?? (locations.length === 1 ? locations[0]?.mpnId : undefined);
}

/** What goes back into the form beside the choices, which are in the draft now. */
function withoutStored(typed: DraftTyped, third: boolean): DraftTyped {
  const { solutions: _, found: __, thirdName, thirdPublisher, ...rest } = typed;
  return third
    ? rest
    : { ...rest, ...(thirdName && { thirdName }), ...(thirdPublisher && { thirdPublisher }) };
}

/** A third party's solution that was typed in by hand. */
function readThird(typed: DraftTyped, problems: DraftProblems) {
  const { thirdName = '', thirdPublisher = '' } = typed;
  for (const field of ['thirdName', 'thirdPublisher'] as const) {
    const length = typed[field]?.length ?? 0;
    if (length > MOST) problems[field] = { code: 'text-too-long', values: { length, max: MOST } };
  }
  if (!thirdName && !thirdPublisher) return undefined;
  const third = typedSolution(thirdName, thirdPublisher || undefined);
  if (!third) problems.thirdName ??= { code: 'third-name-missing' };
  return problems.thirdName || problems.thirdPublisher ? undefined : third;
}
