import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { Contact } from '#domain/referral/referral.ts';

/**
 * Hands an open deal over to a colleague, who joins its team (CR-22) and has it in hand from then on; before acceptance
 * too. `to` needs an e-mail: the caller has made sure that this is a member who may then see the deal (CR-4). `drop` is
 * the e-mail of somebody who leaves the team with the same change. What is closed stays as it is (CR-50).
 */
export function handOverDeal(
  deps: DecideDeps,
  input: DecideInput & { to: Contact; drop?: string | undefined },
): Promise<DecideOutcome> {
  return decideRecord(deps, 'deal.handover', input, (at) => ({
    type: 'deal.handover',
    by: input.personId,
    at,
    to: input.to,
    drop: input.drop,
  }));
}
