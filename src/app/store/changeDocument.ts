import type { Clock } from '#ports/clock.ts';
import type { DocumentKind, DocumentOf, DocumentStore, DraftOf } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

const ATTEMPTS = 12;

/** What a decision about a document wants: a write or none, and the result for the caller either way. */
export interface Change<K extends DocumentKind, R> {
  draft?: DraftOf<K> | undefined;
  result: R;
}

/**
 * Loads a document, decides and writes it conditionally; on a lost race it loads and decides again, bounded.
 * `decide` gets undefined where the document is missing; a draft it returns then creates the document.
 * Throws UnavailableError('contention') when it never gets through.
 */
export async function changeDocument<K extends DocumentKind, R>(
  deps: { store: DocumentStore; clock: Clock },
  partition: string,
  id: string,
  decide: (document: DocumentOf<K> | undefined) => Change<K, R>,
): Promise<R> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const document = await deps.store.read<K>(partition, id);
    const { draft, result } = decide(document);
    if (!draft) return result;
    const written = document
      ? await deps.store.replace(draft, document.etag)
      : await deps.store.create(draft);
    if (written.ok) return result;
    await deps.clock.pause(5 * 2 ** Math.min(attempt, 6));
  }
  throw new UnavailableError('contention');
}
