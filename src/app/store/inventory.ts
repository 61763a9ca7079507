import type { WholeStore } from '#ports/documents.ts';
import { lasts, sameText } from './copyStore.ts';

/** What a store holds of one kind. */
export interface KindSum {
  count: number;
  /** Of all documents of the kind, whatever their order: the same where they are the same. Sixteen bytes in hex. */
  checksum: string;
}

/**
 * What a store holds by kind, as far as it has not expired by `now` (ISO 8601). `digest` makes 32 hex digits of a text.
 * Reads every document. Throws `UnavailableError` where the store is away.
 */
export async function inventoryOf(
  store: Pick<WholeStore, 'everything'>,
  now: string,
  digest: (text: string) => string,
): Promise<Map<string, KindSum>> {
  const sums = new Map<string, { count: number; sum: bigint }>();
  for await (const documents of store.everything()) {
    for (const document of documents) {
      if (!lasts(document, now)) continue;
      const { count, sum } = sums.get(document.kind) ?? { count: 0, sum: 0n };
      const added = BigInt(`0x${digest(sameText(document))}`);
      sums.set(document.kind, { count: count + 1, sum: BigInt.asUintN(128, sum + added) });
    }
  }
  const kinds = [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(
    kinds.map(([kind, { count, sum }]) => [kind, { count, checksum: sum.toString(16).padStart(32, '0') }]),
  );
}
