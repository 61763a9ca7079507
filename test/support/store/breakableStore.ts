import type { AnyDocumentStore, DocumentDraft } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

type Operation = Exclude<keyof AnyDocumentStore, 'close'>;

/** A store that can be away: `fails` says for each operation whether it finds nobody there. */
export interface BreakableStore extends AnyDocumentStore {
  fails: ((operation: Operation) => boolean) | undefined;
  /** What it says about when to come back, in milliseconds. */
  retryAfter: number | undefined;
  /** All that was handed over to be kept. */
  written: DocumentDraft[];
}

export function breakable(inner: AnyDocumentStore): BreakableStore {
  const check = (operation: Operation): void => {
    if (!store.fails?.(operation)) return;
    const { retryAfter } = store;
    throw new UnavailableError('store-unavailable', retryAfter === undefined ? {} : { retryAfter });
  };
  const store: BreakableStore = {
    fails: undefined,
    retryAfter: undefined,
    written: [],
    async read(partition, id) {
      check('read');
      return inner.read(partition, id);
    },
    async create(draft) {
      check('create');
      store.written.push(draft);
      return inner.create(draft);
    },
    async replace(draft, etag) {
      check('replace');
      store.written.push(draft);
      return inner.replace(draft, etag);
    },
    async remove(partition, id, etag) {
      check('remove');
      return inner.remove(partition, id, etag);
    },
    async list(query) {
      check('list');
      return inner.list(query);
    },
    async count(query) {
      check('count');
      return inner.count(query);
    },
    async due(now, limits) {
      check('due');
      return inner.due(now, limits);
    },
    async ping() {
      check('ping');
      return inner.ping();
    },
    close: () => inner.close(),
  };
  return store;
}
