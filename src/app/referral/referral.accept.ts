import type { AcceptanceEntries } from '#domain/decide/decideAnswer.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { type DecideDeps, type DecideInput, type DecideOutcome, decideRecord } from './decideRecord.ts';

/** Accepts a received referral with the entries of CR-35; of several at once exactly one wins, and works on it (CR-58). */
export function acceptReferral(
  deps: DecideDeps,
  input: DecideInput & { entries: AcceptanceEntries; seller?: Contact | undefined },
): Promise<DecideOutcome> {
  return decideRecord(deps, 'referral.accept', input, (at) => ({
    type: 'referral.accept',
    by: input.personId,
    at,
    entries: input.entries,
    seller: input.seller,
  }));
}
