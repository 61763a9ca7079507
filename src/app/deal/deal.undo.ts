import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';

/**
 * Takes back what a person did to a deal: the step with that revision, or their last one. A decision only within its
 * twenty seconds (CR-36, CR-42, CR-43); one whose referral ran out of time meanwhile expires with the same write (CR-38).
 */
export function undoDeal(
  deps: DecideDeps,
  input: DecideInput & { revision?: number | undefined },
): Promise<DecideOutcome> {
  const { personId: by, revision } = input;
  return decideRecord(deps, 'deal.undo', input, (at) => ({ type: 'deal.undo', by, at, revision }));
}
