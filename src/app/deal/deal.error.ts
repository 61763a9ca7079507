import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { ErrorReason } from '#domain/referral/referral.ts';

/** Closes an open deal as an error, for good, where the organization has that option (CR-43). */
export function closeDealAsError(
  deps: DecideDeps,
  input: DecideInput & { reason: ErrorReason; notes?: string | undefined; switchedOn: boolean },
): Promise<DecideOutcome> {
  const { reason, notes, switchedOn } = input;
  return decideRecord(deps, 'deal.error', input, (at) => ({
    type: 'deal.error',
    by: input.personId,
    at,
    reason,
    notes,
    switchedOn,
  }));
}
