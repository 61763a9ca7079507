import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { ATTEMPTS, backoff } from './outbox.ts';
import type { WorkerDeps } from './workerDeps.ts';

const MOST_FAILURES = 10_000;

/** What becomes of work that failed. */
export interface LettingGo {
  /** It went well after all. */
  done(key: string): void;
  failed(claimed: StoredDocument, cause: unknown, key: string): Promise<void>;
}

/**
 * After a failure nobody else shall wait for the whole lease; where that fails too, the lease runs out. What fails again
 * and again by itself, and not because something is away, is set aside. `hear`: told when it is due again.
 */
export function createLettingGo(
  { store, clock, onError, onSetAside }: WorkerDeps,
  hear: (document: StoredDocument) => void,
): LettingGo {
  const failuresOf = new Map<string, number>();
  return {
    done: (key) => void failuresOf.delete(key),
    async failed(claimed, cause, key) {
      const away = cause instanceof UnavailableError;
      const failures = (failuresOf.get(key) ?? 0) + 1;
      // Of what was removed meanwhile nobody tells.
      if (failuresOf.size >= MOST_FAILURES) failuresOf.clear();
      failuresOf.set(key, failures);
      const aside = !away && failures >= ATTEMPTS;
      const pause = (away && cause.retryAfter) || backoff(failures);
      const dueAt = aside ? undefined : new Date(clock.now().getTime() + pause).toISOString();
      try {
        const present = await store.read(claimed.partition, claimed.id);
        if (present?.lease?.owner !== claimed.lease?.owner || !present) return;
        // First: what could not be listed is not given up, but tried again when the lease has run out.
        if (aside) await onSetAside(claimed, String(cause));
        const written = await store.replace({ ...present, lease: undefined, dueAt }, present.etag);
        if (aside) failuresOf.delete(key);
        else if (written.ok) hear(written.document);
      } catch (error) {
        onError(error, claimed);
      }
    },
  };
}
