import type { Solution } from './referral.ts';

/** Whether a text can be the id of a solution: ids stand in lists of choices, which come back separated by commas. */
export function isSolutionId(text: string): boolean {
  return /^[^\s,]{1,100}$/.test(text);
}

/** Whether it is a solution assessment, which stands alone in a deal and whose deal nobody is invited to (CR-24). */
export function isAssessment(solution: Pick<Solution, 'kind'>): boolean {
  return solution.kind === 'assessment';
}

/** Whether it makes a deal eligible for one's own registration: incentive eligible, and one's own (CR-44, CR-63). */
export function isEligibleSolution({ kind, incentive }: Pick<Solution, 'kind' | 'incentive'>): boolean {
  return kind === 'own' && incentive === true;
}

/** Whether two ids name the same solution: Partner Center's ids know no case. */
export function isSameSolution(one: Pick<Solution, 'id'>, other: Pick<Solution, 'id'>): boolean {
  return one.id.toLowerCase() === other.id.toLowerCase();
}

/** The solutions with each one only where it stands first. */
export function withoutRepeats<S extends Pick<Solution, 'id'>>(solutions: readonly S[]): S[] {
  const seen = new Set<string>();
  return solutions.filter(({ id }) => {
    const key = id.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Our solutions after those of Partner Center, which knows nothing of our flags and of what was typed in by hand.
 */
export function withThoseThere(
  ours: readonly Solution[] | undefined,
  there: readonly Solution[],
): readonly Solution[] {
  const known = there.map((one) => ours?.find((other) => isSameSolution(one, other)) ?? one);
  return [...known, ...(ours ?? []).filter(isTyped)];
}

const TYPED = 'typed:';
const LONGEST_NAME = 250;
const LONGEST_SLUG = 180;

/**
 * A third party's solution that was typed in by hand, so that nobody needs a catalog (CR-23). The same words give
 * the same id, without commas or spaces. Undefined where the name holds no letter and no digit.
 */
export function typedSolution(name: string, publisher?: string): Solution | undefined {
  const cleanName = plain(name);
  if (!/[\p{L}\p{N}]/u.test(cleanName)) return undefined;
  const cleanPublisher = publisher === undefined ? '' : plain(publisher);
  const slug = [slugOf(cleanName), slugOf(cleanPublisher)].filter(Boolean).join('.');
  return {
    id: `${TYPED}${slug.slice(0, LONGEST_SLUG)}`,
    name: cleanName,
    kind: 'third-party',
    ...(cleanPublisher && { publisher: cleanPublisher }),
  };
}

/** Whether a solution was typed in by hand: no catalog knows it, and Partner Center neither. */
export function isTyped(solution: Pick<Solution, 'id'>): boolean {
  return solution.id.startsWith(TYPED);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim();
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
