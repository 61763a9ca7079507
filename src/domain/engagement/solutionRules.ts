import { type DealTypeFacts, dealTypeOf } from '#domain/referral/dealType.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import { NO_HELP, type ReferralFacts, type Solution } from '#domain/referral/referral.ts';
import { isAssessment, isEligibleSolution, withoutRepeats } from '#domain/referral/solutions.ts';
import { takesPart } from './takingPart.ts';

/** More than these nobody reads, and a referral must stay small. */
export const MOST_SOLUTIONS = 50;

/** What can be wrong with the solutions of a deal; the last two belong to the place of an assessment, not to them. */
export const solutionProblemCodes = [
  'solutions-missing',
  'solutions-too-many',
  'solutions-twice',
  'assessment-not-vetted',
  'assessment-more-than-one',
  'assessment-not-alone',
  'assessment-with-others',
  'assessment-place-missing',
  'assessment-place-unknown',
] as const;
export type SolutionProblem = (typeof solutionProblemCodes)[number];

/**
 * Everything that forbids these solutions in one deal: at least one (CR-23), an assessment alone and for one of our
 * locations (CR-24), only for an organization vetted for it (CR-10), and in no deal in which others take part or
 * Microsoft was asked for help (CR-33). Empty when they may stand so.
 */
export function solutionProblems(
  solutions: readonly Solution[],
  deal: {
    vetted: boolean;
    assessmentPlace?: string | undefined;
    /** MPN ids of the locations for which an assessment may be created; absent: its place is not in question. */
    locations?: readonly string[] | undefined;
    parties?: readonly Party[] | undefined;
    asksMicrosoft?: boolean | undefined;
  },
): SolutionProblem[] {
  const problems: SolutionProblem[] = [];
  const assessments = solutions.filter(isAssessment).length;
  if (solutions.length === 0) problems.push('solutions-missing');
  if (solutions.length > MOST_SOLUTIONS) problems.push('solutions-too-many');
  if (withoutRepeats(solutions).length < solutions.length) problems.push('solutions-twice');
  if (assessments === 0) return problems;
  if (!deal.vetted) problems.push('assessment-not-vetted');
  if (assessments > 1) problems.push('assessment-more-than-one');
  if (assessments < solutions.length) problems.push('assessment-not-alone');
  if (deal.asksMicrosoft || deal.parties?.some(takesPart)) problems.push('assessment-with-others');
  const place = deal.assessmentPlace?.trim();
  if (!place) problems.push('assessment-place-missing');
  else if (deal.locations && !deal.locations.includes(place)) problems.push('assessment-place-unknown');
  return problems;
}

/** Whether our company asked Microsoft for help with a deal that it started, here or in Partner Center (CR-25). */
export function asksMicrosoft({
  direction,
  assistance,
}: Pick<ReferralFacts, 'direction' | 'assistance'>): boolean {
  return direction === 'outbound' && assistance !== undefined && assistance !== NO_HELP;
}

/**
 * Our incentive-eligible solutions in a deal to which Microsoft is not invited, of which people are warned: it can't be
 * registered after it was won, whether private or with partners (CR-27, CR-44). Empty for every other deal.
 */
export function spoiledWithoutMicrosoft(deal: DealTypeFacts): readonly Solution[] {
  if (dealTypeOf(deal) === 'co-sell' || deal.organization === MICROSOFT) return [];
  return (deal.solutions ?? []).filter(isEligibleSolution);
}
