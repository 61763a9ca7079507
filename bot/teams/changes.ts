import { AsyncLocalStorage } from 'node:async_hooks';
import type { AnyDocumentStore } from '#ports/documents.ts';

/** What is known of one turn: whether something was written in it. Only then does an apology leave open what became of it. */
interface Changes {
  written: boolean;
}

const present = new AsyncLocalStorage<Changes>();

/** Carries out a turn whose writes are noticed. */
export function noticingChanges<T>(work: () => Promise<T>): Promise<T> {
  return present.run({ written: false }, work);
}

/** From here on it counts: that somebody wrote at all is remembered before, and is nothing that they did. */
export function countFromHere(): void {
  const changes = present.getStore();
  if (changes) changes.written = false;
}

/** Whether something was written in this turn. */
export function somethingWritten(): boolean {
  return present.getStore()?.written ?? false;
}

/** The same store, whose successful writes are noticed by the turn in which they happen. */
export function noticingStore(store: AnyDocumentStore): AnyDocumentStore {
  const notice = <R extends { ok: boolean }>(result: R): R => {
    const changes = present.getStore();
    if (changes && result.ok) changes.written = true;
    return result;
  };
  return {
    read: (partition, id) => store.read(partition, id),
    create: async (draft) => notice(await store.create(draft)),
    replace: async (draft, etag) => notice(await store.replace(draft, etag)),
    remove: async (partition, id, etag) => notice(await store.remove(partition, id, etag)),
    list: (query) => store.list(query),
    count: (query) => store.count(query),
    due: (now, limits) => store.due(now, limits),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
