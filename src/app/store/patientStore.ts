import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

const ATTEMPTS = 5;
const PAUSE = 100;

/**
 * The same store with patience, for work that nobody waits for: an operation that finds the store away is tried again
 * up to four times within some seconds, so that long work does not start anew at every hiccup. Throws
 * UnavailableError like the store itself when that was not enough.
 */
export function patientStore(store: AnyDocumentStore, clock: Clock): AnyDocumentStore {
  const patiently = async <T>(operation: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await operation();
      } catch (error) {
        if (!(error instanceof UnavailableError) || attempt >= ATTEMPTS) throw error;
        await clock.pause(Math.min(2_000, Math.max(error.retryAfter ?? 0, PAUSE * 2 ** attempt)));
      }
    }
  };
  return {
    read: (partition, id) => patiently(() => store.read(partition, id)),
    create: (draft) => patiently(() => store.create(draft)),
    replace: (draft, etag) => patiently(() => store.replace(draft, etag)),
    remove: (partition, id, etag) => patiently(() => store.remove(partition, id, etag)),
    list: (query) => patiently(() => store.list(query)),
    count: (query) => patiently(() => store.count(query)),
    due: (now, limits) => store.due(now, limits),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
