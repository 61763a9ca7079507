import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';

/** Closes an accepted deal as won, for good (CR-41, CR-42); invitations that are undecided end. */
export function winDeal(deps: DecideDeps, input: DecideInput): Promise<DecideOutcome> {
  return decideRecord(deps, 'deal.win', input, (at) => ({ type: 'deal.win', by: input.personId, at }));
}
