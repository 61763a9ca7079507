import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';

/** Gives up what Partner Center refused: its own value counts, and what has none stays here alone. `seen`: the revision that they looked at. */
export function dropRefused(
  deps: DecideDeps,
  { field, seen, ...input }: DecideInput & { field: SyncField; seen: number },
): Promise<DecideOutcome> {
  const { personId: by } = input;
  return decideRecord(deps, 'deal.edit', input, (at) => ({ type: 'sync.drop', by, at, seen, field }));
}
