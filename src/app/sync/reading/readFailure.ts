import { backoff } from '#app/store/outbox.ts';
import type { ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { watchedApi } from '#app/sync/watchedApi.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import { type Claim, changeHeld } from './heldConnection.ts';
import type { ReadDeps } from './readDeps.ts';

/** Milliseconds between two looks whether somebody has signed in again; a new sign-in is due at once by itself. */
const SIGNED_OUT_PAUSE = 300_000;

/** Why Partner Center could not be asked; the store that is away is something else. */
export type ReadFailure = { code: string; retryAfter?: number | undefined; anew?: true };

/** How Partner Center is asked for the length of one run, and how that went. */
export interface Asking {
  api: PartnerCenterApi;
  /** It has answered. */
  answered(): boolean;
  /** What a thrown error says of Partner Center; undefined where it came from elsewhere. */
  failureOf(error: unknown): ReadFailure | undefined;
}

/** Watches which failures are Partner Center's own. */
export function watchAsking(api: PartnerCenterApi): Asking {
  const failures = new Map<unknown, ReadFailure>();
  let answers = 0;
  const watch = async <T>(request: () => Promise<T>): Promise<T> => {
    try {
      const answer = await request();
      answers++;
      return answer;
    } catch (error) {
      const failure = failureIn(error);
      if (failure) failures.set(error, failure);
      throw error;
    }
  };
  return {
    api: watchedApi(api, watch),
    answered: () => answers > 0,
    failureOf: (error) => failures.get(error),
  };
}

function failureIn(error: unknown): ReadFailure | undefined {
  if (error instanceof RangeError) return { code: 'begun-anew', anew: true };
  if (error instanceof UnavailableError) return { code: error.code, retryAfter: error.retryAfter };
  return undefined;
}

/**
 * Writes down that Partner Center could not be asked, and when it is tried again: when it says so itself, else after a
 * pause that doubles up to five minutes. What a list can't be gone on with is begun anew. Nobody is told from here.
 */
export async function settleFailure(
  deps: Pick<ReadDeps, 'store' | 'clock' | 'onRead'>,
  claim: Claim,
  failure: ReadFailure,
): Promise<void> {
  const now = deps.clock.now();
  const at = now.toISOString();
  const { code } = failure;
  let attempts = 0;
  await changeHeld(
    deps,
    claim,
    (record) => {
      attempts = (record.failing?.attempts ?? 0) + 1;
      const pause = Math.max(
        failure.retryAfter ?? 0,
        code === 'signed-out' ? SIGNED_OUT_PAUSE : backoff(attempts),
      );
      return {
        ...(failure.anew ? begunAnew(record) : record),
        failing: { code, since: record.failing?.since ?? at, attempts },
        nextPoll: new Date(now.getTime() + pause).toISOString(),
      };
    },
    true,
  );
  deps.onRead({ organization: claim.partition, kind: 'away', code, attempts });
}

function begunAnew(record: ConnectionRecord): ConnectionRecord {
  const { importing } = record;
  const fresh = importing && { startedAt: importing.startedAt, read: 0, pending: 0, failed: 0 };
  return { ...record, reading: undefined, ...(fresh && { importing: fresh }) };
}
