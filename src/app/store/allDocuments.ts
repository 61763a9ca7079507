import type { DocumentKind, DocumentOf, DocumentStore, ListQuery } from '#ports/documents.ts';

/** Every document that a query finds, page by page. */
export async function allDocuments<K extends DocumentKind>(
  store: DocumentStore,
  query: Omit<ListQuery, 'limit' | 'cursor'> & { kind?: K },
): Promise<DocumentOf<K>[]> {
  const documents: DocumentOf<K>[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list<K>({ ...query, limit: 200, ...(cursor && { cursor }) });
    documents.push(...page.documents);
    cursor = page.cursor;
  } while (cursor);
  return documents;
}
