import type { Container } from '@azure/cosmos';
import type { StoredDocument } from '#ports/documents.ts';
import { unavailable } from './attempts.ts';
import { type Item, toDocument } from './item.ts';

const LOT = 200;

/** Every document of every partition. The SDK waits by itself where the account throttles. */
export async function* everything(container: Container): AsyncGenerator<StoredDocument[]> {
  const query = container.items.query<Item>('SELECT * FROM c', { maxItemCount: LOT });
  while (query.hasMoreResults()) {
    // Not asked again: what a query has read of a failed page can't be known.
    const { resources } = await query.fetchNext().catch((cause: unknown) => {
      throw unavailable(cause);
    });
    if (resources && resources.length > 0) yield resources.map((item) => toDocument(item));
  }
}
