import { dealRow } from '#domain/list/dealRow.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Deals may be large; of a batch only the lines are left. */
const BATCH = 50;

/**
 * The lines of all deals of an organization in batches, by id, in the memory of one batch however many there are. What
 * changes meanwhile is in it as it is when it is read. Throws UnavailableError when the store is away.
 */
export async function* exportDeals(
  { store }: { store: DocumentStore },
  organization: string,
): AsyncGenerator<ReturnType<typeof dealRow>[]> {
  let cursor: string | undefined;
  do {
    const page = await store.list<'referral'>({
      partition: organization,
      kind: 'referral',
      limit: BATCH,
      ...(cursor !== undefined && { cursor }),
    });
    if (page.documents.length > 0) yield page.documents.map(({ body }) => dealRow(body.referral));
    cursor = page.cursor;
  } while (cursor !== undefined);
}
