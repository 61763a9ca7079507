import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { DealChanges } from '#domain/deal/decideDeal.ts';

/**
 * Edits an accepted deal (CR-39). A field that somebody else changed meanwhile refuses the whole edit with
 * `changed-meanwhile` and the present deal, so that both can be shown side by side.
 */
export function editDeal(
  deps: DecideDeps,
  input: DecideInput & { changes: DealChanges },
): Promise<DecideOutcome> {
  return decideRecord(deps, 'deal.edit', input, (at) => ({
    type: 'deal.edit',
    by: input.personId,
    at,
    changes: input.changes,
  }));
}
