import type { DocumentKind, DocumentStore } from '#ports/documents.ts';

/** Lost races over one document until it is left to the caller. */
const ATTEMPTS = 12;

/**
 * Removes a document, whoever writes to it meanwhile: `contended` where it never got through, `missing` where nothing was
 * there to remove. Throws UnavailableError when the store is away.
 */
export async function removeDocument(
  { store }: { store: DocumentStore },
  partition: string,
  id: string,
): Promise<'removed' | 'missing' | 'contended'> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const present = await store.read<DocumentKind>(partition, id);
    if (!present) return 'missing';
    if ((await store.remove(partition, id, present.etag)).ok) return 'removed';
  }
  return 'contended';
}
