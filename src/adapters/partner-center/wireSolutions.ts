import { NO_HELP, type Referral, type Solution, type SolutionKind } from '#domain/referral/referral.ts';
import { isSameSolution, isTyped, typedSolution, withoutRepeats } from '#domain/referral/solutions.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { lowerCaseKeys } from './anyCase.ts';
import { type WireTag, wireTag } from './wireReferral.ts';

const MOST = 50;

/**
 * The solutions in a deal that are known by an id (CR-23). A `Category` is a field of interest and no solution.
 * `organizationName`: whose record it is.
 */
export function solutionsOf(tags: readonly WireTag[], organizationName: string | undefined): Solution[] {
  return withoutRepeats(tags.flatMap((tag) => solutionOf(tag, organizationName) ?? [])).slice(0, MOST);
}

function solutionOf(tag: WireTag, organizationName: string | undefined): Solution | undefined {
  if (!tag.id || /^(category|none)$/i.test(tag.type ?? '')) return undefined;
  return {
    id: tag.id,
    name: tag.name ?? tag.id,
    kind: kindOf(tag, organizationName),
    ...(tag.publishername && { publisher: tag.publishername }),
  };
}

/**
 * What a solution is, from the little that the wire says: `3P` is any partner's in Microsoft's words, so it is the
 * publisher who tells ours from another's. Ours where nothing says otherwise, because Partner Center's own records
 * leave all of it empty for the partner's own solutions.
 */
function kindOf(tag: WireTag, organizationName: string | undefined): SolutionKind {
  const type = tag.solutiontype?.toLowerCase() ?? '';
  const publisher = plain(tag.publishername);
  if (type.includes('assessment')) return 'assessment';
  if (type === '1p' || type === 'microsoft' || /^microsoft\b/.test(publisher)) return 'microsoft';
  const company = plain(organizationName);
  // One calls itself Contoso where the other says Contoso Ltd.
  const related = publisher.includes(company) || company.includes(publisher);
  return publisher && company && !related ? 'third-party' : 'own';
}

/** One entry of a list of solutions, also one without id as we write it; undefined where it is something else. */
function readSolution(entry: unknown): Solution | undefined {
  const parsed = wireTag.safeParse(lowerCaseKeys(entry)?.value);
  if (!parsed.success) return undefined;
  const { id, name, type, solutiontype, publishername } = parsed.data;
  const typedHere = !id && name && type === 'Name' && solutiontype === '3P';
  return typedHere ? typedSolution(name, publishername) : solutionOf(parsed.data, undefined);
}

/**
 * The list with what was chosen here: entries that stay are exactly as they were sent, and so is what is no solution.
 * What was sent itself, where nothing is different.
 */
export function writeSolutions(sent: unknown, solutions: readonly Solution[]): unknown {
  const entries = sent === undefined || sent === null ? [] : Array.isArray(sent) ? sent : [sent];
  const kept = entries.filter((entry: unknown) => {
    const read = readSolution(entry);
    return !read || solutions.some((one) => isSameSolution(one, read));
  });
  const there = kept.flatMap((entry: unknown) => readSolution(entry) ?? []);
  const added = solutions.filter((one) => !there.some((other) => isSameSolution(one, other)));
  if (kept.length === entries.length && added.length === 0) return sent;
  return [...kept, ...added.map(wireSolution)];
}

/** A solution as it is sent when a deal is created; one that was typed in by hand has no id there. */
export function wireSolution(solution: Solution): WireObject {
  return {
    ...(!isTyped(solution) && { id: solution.id }),
    name: solution.name,
    type: 'Name',
    publisherName: solution.publisher ?? null,
    solutionType: solution.kind === 'microsoft' ? '1P' : '3P',
  };
}

/** For whom a new deal is meant: Partner Center wants our own solutions there as soon as Microsoft takes part. */
export function targetsOf({ assistance, solutions = [] }: Referral): WireObject[] {
  if (assistance === undefined || assistance === NO_HELP) return [];
  return solutions
    .filter((one) => one.kind === 'own' && !isTyped(one))
    .map(({ id }) => ({ type: 'SolutionProfile', id }));
}

function plain(text: string | undefined): string {
  return text?.toLowerCase().trim() ?? '';
}
