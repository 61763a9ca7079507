import type { Count, DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { CONNECTION_ID, type ConnectionRecord } from './connectionRecord.ts';

const MOST_COUNTED = 100;

/** How a connection stands, for administrators: as it is stored, and how many deals are not the same there. */
export interface ConnectionFacts {
  record: ConnectionRecord;
  open: Count;
  conflict: Count;
  refused: Count;
}

/** Undefined where nobody has signed in. */
export async function connectionFacts(
  { store }: { store: DocumentStore },
  { id }: Organization,
): Promise<ConnectionFacts | undefined> {
  const document = await store.read<'connection'>(id, CONNECTION_ID);
  if (!document) return undefined;
  const count = (sync: 'open' | 'conflict' | 'refused') =>
    store.count({ partition: id, kind: 'referral', where: { sync }, limit: MOST_COUNTED });
  const [open, conflict, refused] = await Promise.all([count('open'), count('conflict'), count('refused')]);
  return { record: document.body, open, conflict, refused };
}
