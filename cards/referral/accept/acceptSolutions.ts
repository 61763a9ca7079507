import { readInputs } from '#cards/form/inputs.ts';
import { markOf } from '#cards/form/mark.ts';
import type { Problems, Typed } from '#cards/form/problems.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { MOST_SOLUTIONS, solutionProblems } from '#domain/engagement/solutionRules.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import { withoutRepeats } from '#domain/referral/solutions.ts';

/** So many can be ticked off on a card that has to stay small; the others stay as they are. */
export const SHOWN_SOLUTIONS = 10;

/** The solution that a form of acceptance names besides those of the referral, or why it is not plain which. */
export interface FurtherSolution {
  solution?: Solution | undefined;
  problem?: FieldProblem | undefined;
}

/** What the form names, to be looked up in the catalog. */
export function solutionNamed(sent: unknown): { id?: string | undefined; text?: string | undefined } {
  const { solution, search } = readInputs(sent, ['solution', 'search']).typed;
  return { id: solution || undefined, text: search || undefined };
}

/** The solutions afterwards, where something was ticked off or added (CR-23, CR-30); undefined leaves them. */
export function solutionsIn(
  typed: Typed,
  referral: Referral,
  { further = {}, vetted = false }: { further?: FurtherSolution | undefined; vetted?: boolean | undefined },
  problems: Problems,
): Solution[] | undefined {
  const present = referral.solutions ?? [];
  if (further.problem) problems.search = further.problem;
  const marks = typed.solutions?.split(',');
  const kept = present.filter(({ id }, at) => at >= SHOWN_SOLUTIONS || !marks || marks.includes(markOf(id)));
  const all = withoutRepeats([...kept, ...(further.solution ? [further.solution] : [])]);
  if (all.length === present.length && kept.length === present.length) return undefined;
  const { assessmentPlace, parties } = referral;
  const [code] = solutionProblems(all, { vetted, assessmentPlace, parties });
  if (code && code !== 'assessment-place-missing')
    problems.solutions = { code, values: { max: MOST_SOLUTIONS } };
  return all;
}
