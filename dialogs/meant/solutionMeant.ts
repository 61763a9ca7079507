import type { FieldProblem } from '#cards/problemTexts.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Solution, SolutionKind } from '#domain/referral/referral.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';

const MOST_OFFERED = 15;

export type CatalogDeps = { solutions: SolutionCatalog };

/** What a form names: a solution, none, or something that is not plain. */
export type SolutionMeant =
  | { solution: Solution | undefined }
  | { problem: FieldProblem; offered?: readonly Solution[] | undefined };

/** The solution that was chosen or typed; what the card says of it is not believed, the catalog is asked. */
export async function solutionMeant(
  deps: CatalogDeps,
  turn: Turn,
  {
    id,
    text,
    kinds,
  }: { id?: string | undefined; text?: string | undefined; kinds?: readonly SolutionKind[] },
): Promise<SolutionMeant> {
  for (const known of [id, text]) {
    if (!known) continue;
    const solution = await deps.solutions.byId(turn.organization.id, known);
    if (solution) return { solution };
  }
  const words = text ?? id;
  if (!words) return { solution: undefined };
  const offered = await offeredSolutions(deps, turn, words, kinds);
  const exact = offered.filter(({ name }) => name.toLowerCase() === words.toLowerCase());
  const [only, ...others] = exact.length > 0 ? exact : offered;
  if (!only) return { problem: { code: 'solution-not-found' } };
  if (others.length > 0) return { problem: { code: 'solution-several' }, offered };
  return { solution: only };
}

/** What is offered before anybody searched: the company's own, or where it has none whatever comes first. */
export async function ownSolutions(deps: CatalogDeps, turn: Turn): Promise<readonly Solution[]> {
  const own = await offeredSolutions(deps, turn, '', ['own']);
  return own.length > 0 ? own : offeredSolutions(deps, turn, '');
}

/** What the catalog has for some words; its first ones for none. Assessments only where they are allowed (CR-10). */
export function offeredSolutions(
  deps: CatalogDeps,
  { organization: { id, vetted } }: Turn,
  text: string,
  kinds: readonly SolutionKind[] = [
    'own',
    'microsoft',
    'third-party',
    ...(vetted ? (['assessment'] as const) : []),
  ],
): Promise<readonly Solution[]> {
  return deps.solutions.search({ organization: id, text, kinds, limit: MOST_OFFERED });
}
