import type {
  DocumentKind,
  DocumentOf,
  DocumentStore,
  StoredDocument,
  WriteResult,
} from '#ports/documents.ts';

/**
 * The same store for the length of one turn: a document that was read is not fetched again. What the turn writes it
 * knows from then on; what a write was refused for, or may have changed, is fetched anew. That somebody else changed a
 * document meanwhile costs a decision one more attempt and no more, because every write is conditional. Not for what
 * goes on after the answer. Lists and counts are asked for each time. Throws like the store itself.
 */
export function readOnce(store: DocumentStore): DocumentStore {
  const known = new Map<string, Promise<StoredDocument | undefined>>();
  const write = async <B>(
    { partition, id }: { partition: string; id: string },
    operation: () => Promise<WriteResult<B>>,
  ): Promise<WriteResult<B>> => {
    const key = keyOf(partition, id);
    known.delete(key);
    // Also what was read while it was being written.
    const result = await operation().finally(() => known.delete(key));
    if (result.ok) known.set(key, Promise.resolve(result.document));
    return result;
  };
  return {
    read<K extends DocumentKind>(partition: string, id: string) {
      const key = keyOf(partition, id);
      const reading = known.get(key) ?? store.read(partition, id);
      known.set(key, reading);
      reading.catch(() => known.delete(key));
      return reading as Promise<DocumentOf<K> | undefined>;
    },
    create: (draft) => write(draft, () => store.create(draft)),
    replace: (draft, etag) => write(draft, () => store.replace(draft, etag)),
    async remove(partition, id, etag) {
      const key = keyOf(partition, id);
      return store.remove(partition, id, etag).finally(() => known.delete(key));
    },
    list: (query) => store.list(query),
    count: (query) => store.count(query),
    due: (now, limits) => store.due(now, limits),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

function keyOf(partition: string, id: string): string {
  return JSON.stringify([partition, id]);
}
