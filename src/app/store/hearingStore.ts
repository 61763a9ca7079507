import type { AnyDocumentStore, DocumentDraft, WriteResult } from '#ports/documents.ts';
import type { Worker } from './worker.ts';

/**
 * The same store, of whose writes the worker of this process hears, as soon as there is one: what they make due it need not
 * look for.
 */
export function hearingStore(store: AnyDocumentStore, worker: () => Worker | undefined): AnyDocumentStore {
  const heard = <B>(
    draft: DocumentDraft<B>,
    write: (draft: DocumentDraft<B>) => Promise<WriteResult<B>>,
  ): Promise<WriteResult<B>> => worker()?.writing(draft, write) ?? write(draft);
  return {
    ...store,
    create: (draft) => heard(draft, (leased) => store.create(leased)),
    replace: (draft, etag) => heard(draft, (leased) => store.replace(leased, etag)),
  };
}
