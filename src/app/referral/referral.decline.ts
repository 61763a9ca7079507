import type { CloseReason } from '#domain/referral/referral.ts';
import { type DecideDeps, type DecideInput, type DecideOutcome, decideRecord } from './decideRecord.ts';

/** Declines a received referral with a reason and optional notes (CR-36, CR-37). */
export function declineReferral(
  deps: DecideDeps,
  input: DecideInput & { reason: CloseReason; notes?: string | undefined },
): Promise<DecideOutcome> {
  return decideRecord(deps, 'referral.decline', input, (at) => ({
    type: 'referral.decline',
    by: input.personId,
    at,
    reason: input.reason,
    notes: input.notes,
  }));
}
