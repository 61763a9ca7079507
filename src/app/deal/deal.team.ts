import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { Contact } from '#domain/referral/referral.ts';

/** Adds people to the team of an accepted deal and takes people off it; one with all contact data remains (CR-22). */
export function changeDealTeam(
  deps: DecideDeps,
  input: DecideInput & { add: readonly Contact[]; remove: readonly string[] },
): Promise<DecideOutcome> {
  return decideRecord(deps, 'deal.team', input, (at) => ({
    type: 'deal.team',
    by: input.personId,
    at,
    add: input.add,
    remove: input.remove,
  }));
}
