import type { AnyDocumentStore } from '#ports/documents.ts';

/** A store that writes down which calls it got, as `read person:1` or `list person`. */
export interface CountingStore extends AnyDocumentStore {
  calls: string[];
}

export function counting(inner: AnyDocumentStore): CountingStore {
  const calls: string[] = [];
  const count = <T>(call: string, made: Promise<T>): Promise<T> => {
    calls.push(call);
    return made;
  };
  return {
    calls,
    read: (partition, id) => count(`read ${partition} ${id}`, inner.read(partition, id)),
    create: (draft) => count(`create ${draft.kind}`, inner.create(draft)),
    replace: (draft, etag) => count(`replace ${draft.kind}`, inner.replace(draft, etag)),
    remove: (partition, id, etag) => count(`remove ${id}`, inner.remove(partition, id, etag)),
    list: (query) => count(`list ${query.kind ?? query.partition}`, inner.list(query)),
    count: (query) => count(`count ${query.kind ?? query.partition}`, inner.count(query)),
    due: (now, limits) => inner.due(now, limits),
    ping: () => inner.ping(),
    close: () => inner.close(),
  };
}
