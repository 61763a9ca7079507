import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { CloseReason } from '#domain/referral/referral.ts';

/** Closes an accepted deal as lost, for good, with a reason and optional notes (CR-37, CR-42). */
export function loseDeal(
  deps: DecideDeps,
  input: DecideInput & { reason: CloseReason; notes?: string | undefined },
): Promise<DecideOutcome> {
  const { reason, notes } = input;
  return decideRecord(deps, 'deal.lose', input, (at) => ({
    type: 'deal.lose',
    by: input.personId,
    at,
    reason,
    notes,
  }));
}
