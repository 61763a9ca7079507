import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

/** A process that ends at a certain write, as `kill -9` would end it: nothing of it reaches the store from then on. */
export interface Mortal {
  wrap: (store: AnyDocumentStore) => AnyDocumentStore;
  /** Has it end at the `count`-th write from now on: instead of it, or right after it. */
  dieAt(count: number, when: 'before' | 'after'): void;
  readonly dead: boolean;
  /** The kind of document that was being written when it ended; undefined where one was being removed. */
  readonly diedAt: string | undefined;
  /** The next process begins. */
  revive(): void;
}

export function mortal(): Mortal {
  let left = Number.POSITIVE_INFINITY;
  let kind: 'before' | 'after' = 'before';
  let dead = false;
  let diedAt: string | undefined;
  const alive = <T>(operation: () => Promise<T>): Promise<T> =>
    dead ? Promise.reject(new UnavailableError('process-ended')) : operation();
  const write = async <T>(operation: () => Promise<T>, of?: string): Promise<T> => {
    const last = --left === 0;
    if (last) diedAt = of;
    if (last && kind === 'before') dead = true;
    const result = await alive(operation);
    if (last) dead = true;
    return dead ? alive(operation) : result;
  };
  return {
    wrap: (store) => ({
      ...store,
      read: (partition, id) => alive(() => store.read(partition, id)),
      list: (query) => alive(() => store.list(query)),
      count: (query) => alive(() => store.count(query)),
      create: (draft) => write(() => store.create(draft), draft.kind),
      replace: (draft, etag) => write(() => store.replace(draft, etag), draft.kind),
      remove: (partition, id, etag) => write(() => store.remove(partition, id, etag)),
    }),
    dieAt(count, when) {
      left = count;
      kind = when;
    },
    get diedAt() {
      return diedAt;
    },
    get dead() {
      return dead;
    },
    revive() {
      dead = false;
      left = Number.POSITIVE_INFINITY;
    },
  };
}
