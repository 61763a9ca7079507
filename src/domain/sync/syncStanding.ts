import type { Referral } from '#domain/referral/referral.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import type { ConnectionMode } from './connectionMode.ts';
import { ownership } from './ownership.ts';

/** What is not in Partner Center yet, by what becomes of it. */
export interface SyncStanding {
  /** A person says which of two values counts. */
  asked: readonly Unsynced[];
  /** A person mends, repeats or gives up what Partner Center did not take. */
  refused: readonly Unsynced[];
  /** Somebody types it in there. */
  toEnter: readonly Unsynced[];
  /** The connection brings it there by itself. */
  onItsWay: readonly Unsynced[];
}

/** How each difference of a record is dealt with, the oldest first; a connection that only reads sends nothing. */
export function syncStanding(
  { unsynced = [] }: Pick<Referral, 'unsynced'>,
  mode: ConnectionMode,
): SyncStanding {
  const decided = unsynced.filter(({ conflict }) => !conflict);
  // That it can't be sent is no matter of the value: it is entered by hand.
  const isRefused = ({ refused }: Unsynced) => refused !== undefined && refused.code !== 'not-sendable';
  const isSent = ({ field, refused }: Unsynced) =>
    mode === 'write' && !refused && ownership[field].way === 'sent';
  return {
    asked: unsynced.filter(({ conflict }) => conflict),
    refused: decided.filter(isRefused),
    toEnter: decided.filter((item) => !isRefused(item) && !isSent(item)),
    onItsWay: decided.filter(isSent),
  };
}

/** The worst of what differs, by which records are counted and found; undefined where nothing does. */
export function syncState({
  unsynced = [],
}: Pick<Referral, 'unsynced'>): 'conflict' | 'refused' | 'open' | undefined {
  if (unsynced.some(({ conflict }) => conflict)) return 'conflict';
  if (unsynced.some(({ refused }) => refused)) return 'refused';
  return unsynced.length > 0 ? 'open' : undefined;
}
