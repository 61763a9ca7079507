import type { AnyDocumentStore, DocumentDraft, StoredDocument, WriteResult } from '#ports/documents.ts';

/** Memory must not grow with a file; what was written longer ago is read as it was before. */
const MOST_REMEMBERED = 100_000;

/**
 * The same store for a rehearsal: it answers writes as the store would and carries none of them out. What was written
 * is read again, the last hundred thousand documents; lists and counts know nothing of it.
 */
export function rehearsingStore(store: AnyDocumentStore): AnyDocumentStore {
  const written = new Map<string, StoredDocument | undefined>();
  let count = 0;
  const keyOf = (partition: string, id: string) => `${partition}\n${id}`;
  const remember = (key: string, document: StoredDocument | undefined) => {
    written.delete(key);
    written.set(key, document);
    const [oldest] = written.keys();
    if (written.size > MOST_REMEMBERED && oldest !== undefined) written.delete(oldest);
  };
  const read = async <B>(partition: string, id: string) => {
    const key = keyOf(partition, id);
    return written.has(key)
      ? (written.get(key) as StoredDocument<B> | undefined)
      : store.read<B>(partition, id);
  };
  const write = <B>(draft: DocumentDraft<B>): WriteResult<B> => {
    const { terms: _, index: __, ...rest } = draft;
    remember(keyOf(draft.partition, draft.id), { ...rest, etag: `rehearsed-${++count}` });
    return { ok: true, document: { ...draft, etag: `rehearsed-${count}` } };
  };
  return {
    ...store,
    read,
    create: async (draft) =>
      (await read(draft.partition, draft.id)) ? { ok: false, reason: 'exists' } : write(draft),
    replace: async (draft, etag) => {
      const present = await read(draft.partition, draft.id);
      if (!present) return { ok: false, reason: 'missing' };
      return present.etag === etag ? write(draft) : { ok: false, reason: 'conflict' };
    },
    remove: async (partition, id, etag) => {
      const present = await read(partition, id);
      if (!present) return { ok: false, reason: 'missing' };
      if (present.etag !== etag) return { ok: false, reason: 'conflict' };
      remember(keyOf(partition, id), undefined);
      return { ok: true, document: present };
    },
  };
}
