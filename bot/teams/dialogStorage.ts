import type { Storage, StoreItems } from 'botbuilder';
import type { DocumentStore } from '#ports/documents.ts';

const PARTITION = 'dialogs';

/**
 * Where botbuilder keeps the state of dialogs: our own document store. As in all its storages the last write wins;
 * what must not be lost never lives here.
 */
export function createDialogStorage(store: DocumentStore): Storage {
  return {
    async read(keys) {
      const items: StoreItems = {};
      for (const key of keys) {
        const document = await store.read<Record<string, unknown>>(partitionOf(key), 'state');
        if (document) items[key] = { ...document.body, eTag: document.etag };
      }
      return items;
    },
    async write(changes) {
      for (const [key, item] of Object.entries(changes)) {
        const { eTag: _eTag, ...body } = item as Record<string, unknown>;
        const draft = { partition: partitionOf(key), id: 'state', kind: 'dialogs', schema: 1, body };
        for (let attempt = 0; attempt < 5; attempt++) {
          const present = await store.read(draft.partition, draft.id);
          const written = present ? await store.replace(draft, present.etag) : await store.create(draft);
          if (written.ok) break;
        }
      }
    },
    async delete(keys) {
      for (const key of keys) {
        const present = await store.read(partitionOf(key), 'state');
        if (present) await store.remove(present.partition, present.id, present.etag);
      }
    },
  };
}

function partitionOf(key: string): string {
  return `${PARTITION}/${key}`;
}
