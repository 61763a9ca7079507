import type { Container } from '@azure/cosmos';
import type { StoredDocument } from '#ports/documents.ts';
import { insist } from './attempts.ts';
import { type Item, toDocument } from './item.ts';

const LOT = 200;

/**
 * Every document of every partition. Each lot may take as many milliseconds as `patience` says, with all its repetitions,
 * and begins where the one before said that it ended.
 */
export async function* everything(container: Container, patience: number): AsyncGenerator<StoredDocument[]> {
  let continuationToken: string | undefined;
  do {
    const from = continuationToken;
    const lot = await insist(performance.now() + patience, (abortSignal) => {
      const where = {
        maxItemCount: LOT,
        abortSignal,
        ...(from !== undefined && { continuationToken: from }),
      };
      return container.items.query<Item>('SELECT * FROM c', where).fetchNext();
    });
    if (lot.resources?.length) yield lot.resources.map((item) => toDocument(item));
    continuationToken = lot.continuationToken;
  } while (continuationToken);
}
