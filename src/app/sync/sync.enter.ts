import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';

/**
 * *Entered*: what somebody typed into Partner Center by hand differs no more, for everybody. `seen`: the revision from
 * which they typed it; what changed since then they could not know of.
 */
export function enterByHand(
  deps: DecideDeps,
  { fields, seen, ...input }: DecideInput & { fields: readonly SyncField[]; seen: number },
): Promise<DecideOutcome> {
  const { personId: by } = input;
  return decideRecord(deps, 'deal.edit', input, (at) => ({ type: 'sync.enter', by, at, fields, seen }));
}
