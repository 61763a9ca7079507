import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';

/** Says which of two values counts where both sides changed a field: ours is sent, theirs is taken over. `seen`: the revision that they looked at. */
export function settleConflict(
  deps: DecideDeps,
  { field, keep, seen, ...input }: DecideInput & { field: SyncField; seen: number; keep: 'ours' | 'theirs' },
): Promise<DecideOutcome> {
  const { personId: by } = input;
  return decideRecord(deps, 'deal.edit', input, (at) => ({ type: 'sync.settle', by, at, seen, field, keep }));
}
