import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { Solution } from '#domain/referral/referral.ts';

/** Adds solutions to an accepted deal and takes them out of it, under the rules of CR-10, CR-23 and CR-24. */
export function changeDealSolutions(
  deps: DecideDeps,
  input: DecideInput & {
    add: readonly Solution[];
    remove: readonly string[];
    place?: string | undefined;
    /** MPN ids of the locations that `place` can be. */
    locations: readonly string[];
    vetted: boolean;
    /** Whether assessments stay as they were created (CR-24). */
    fixed: boolean;
  },
): Promise<DecideOutcome> {
  const { add, remove, place, locations, vetted, fixed } = input;
  return decideRecord(deps, 'deal.solutions', input, (at) => ({
    type: 'deal.solutions',
    by: input.personId,
    at,
    add,
    remove,
    place,
    locations,
    vetted,
    fixed,
  }));
}
