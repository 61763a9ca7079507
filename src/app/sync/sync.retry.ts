import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';

/** Has all that Partner Center refused of a deal sent once more. */
export function retryRefused(deps: DecideDeps, input: DecideInput): Promise<DecideOutcome> {
  const { personId: by } = input;
  return decideRecord(deps, 'deal.edit', input, (at) => ({ type: 'sync.retry', by, at }));
}
