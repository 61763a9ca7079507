import type { DocumentStore, ListQuery, StoredDocument } from '#ports/documents.ts';

/** Every document that a query finds, page by page. */
export async function allDocuments<B>(
  store: DocumentStore,
  query: Omit<ListQuery, 'limit' | 'cursor'>,
): Promise<StoredDocument<B>[]> {
  const documents: StoredDocument<B>[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list<B>({ ...query, limit: 200, ...(cursor && { cursor }) });
    documents.push(...page.documents);
    cursor = page.cursor;
  } while (cursor);
  return documents;
}
