import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, Lease, StoredDocument } from '#ports/documents.ts';

/**
 * So many milliseconds a lease lasts and, at the most, somebody else does not look at the store: together they are the
 * time after which the work of a process that died is taken over.
 */
export const LEASE = 15_000;
/** No clock that is right is so many milliseconds ahead of another one: a lease beyond is anybody's. */
export const LONGEST_LEASE = 300_000;
/** Long work renews its lease as often as that, in milliseconds. */
const RENEWAL = LEASE / 3;
/** What must not be done twice begins only while a lease is this young that at most one renewal was missed. */
const YOUNG = RENEWAL;

/** What leases are taken with. */
export interface LeasingDeps {
  store: AnyDocumentStore;
  clock: Clock;
  /** Names this process in leases; unique per process. */
  owner: string;
  onError: (error: unknown, document?: StoredDocument) => void;
}

/** A lease from now on; `mark` tells the leases of one process apart. */
export function newLease({ clock, owner }: Pick<LeasingDeps, 'clock' | 'owner'>, mark: string): Lease {
  return { owner: `${owner}/${mark}`, until: new Date(clock.now().getTime() + LEASE).toISOString() };
}

/** The document with this process's lease, or undefined where somebody else was faster. */
export async function claim(
  deps: LeasingDeps,
  document: StoredDocument,
): Promise<StoredDocument | undefined> {
  const lease = newLease(deps, document.etag);
  const written = await deps.store.replace({ ...document, lease, dueAt: lease.until }, document.etag);
  return written.ok ? written.document : undefined;
}

/** A lease that is kept while the work lasts. */
export interface KeptLease {
  /** Whether it is still this process's, and will be while another renewal is tried. */
  holding: () => boolean;
  end(): void;
}

/** Keeps a lease, so that nobody starts long work a second time. */
export function keep(deps: LeasingDeps, held: StoredDocument): KeptLease {
  let until = held.lease?.until ?? '';
  const renewing = setInterval(async () => {
    until = (await renew(deps, held)) ?? until;
  }, RENEWAL);
  return {
    holding: () => {
      const left = Date.parse(until) - deps.clock.now().getTime();
      // One that was taken before the clock was put back is anybody's.
      return left > YOUNG && left <= LEASE;
    },
    end: () => clearInterval(renewing),
  };
}

/** Answers until when, where it was possible. */
async function renew(
  { store, clock, onError }: LeasingDeps,
  held: StoredDocument,
): Promise<string | undefined> {
  try {
    const present = await store.read(held.partition, held.id);
    if (!present?.lease || present.lease.owner !== held.lease?.owner) return undefined;
    const until = new Date(clock.now().getTime() + LEASE).toISOString();
    const lease = { ...present.lease, until };
    const written = await store.replace({ ...present, lease, dueAt: until }, present.etag);
    return written.ok ? until : undefined;
  } catch (error) {
    onError(error, held);
    return undefined;
  }
}
