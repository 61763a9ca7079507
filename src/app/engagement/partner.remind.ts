import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';

/** Asks an invited party that has not answered yet once more, at most once in 24 hours. */
export function remindPartner(
  deps: DecideDeps,
  input: DecideInput & { partner: string },
): Promise<DecideOutcome> {
  return decideRecord(deps, 'partner.remind', input, (at) => ({
    type: 'partner.remind',
    by: input.personId,
    at,
    organization: input.partner,
  }));
}
