import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { Sharing } from '#domain/engagement/shareRules.ts';

/** Lets Microsoft see an accepted deal without asking for help, for good, where that is an option (CR-12, CR-20). */
export function shareDeal(deps: DecideDeps, input: DecideInput & Sharing): Promise<DecideOutcome> {
  const { switchedOn, consent } = input;
  return decideRecord(deps, 'deal.share', input, (at) => ({
    type: 'deal.share',
    by: input.personId,
    at,
    switchedOn,
    consent,
  }));
}
