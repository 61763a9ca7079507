import { INDEX_SCHEMA } from '#app/referral/dealIndex.ts';
import { referralDraft } from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf, Lease, StoredDocument } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    reindex: ReindexRecord;
  }
}

/** How far an organization's deals have been indexed anew. */
export interface ReindexRecord {
  /** The index that is being brought about, or has been. */
  schema: number;
  done: boolean;
  /** Position in the list of all referrals, by id. */
  cursor?: string | undefined;
}

const ID = 'reindex';
const BATCH = 50;

/**
 * Has the deals of an organization indexed anew where an earlier version of the program wrote them, so that they are
 * found like all others. The worker does it in the background, in small steps; a restart goes on where it stopped.
 */
export async function startReindex(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
): Promise<void> {
  const { documents } = await deps.store.list({ partition: organization.id, kind: 'referral', limit: 1 });
  await changeDocument<'reindex', void>(deps, organization.id, ID, (document) => {
    if (document?.body.schema === INDEX_SCHEMA) return { result: undefined };
    const record: ReindexRecord = { schema: INDEX_SCHEMA, done: documents.length === 0 };
    return { draft: draftOf(organization.id, record, deps.clock.now(), undefined), result: undefined };
  });
}

/** Whether all deals of an organization stand in the index as it is now. Throws UnavailableError when the store is away. */
export async function isIndexed({ store }: { store: DocumentStore }, organization: string): Promise<boolean> {
  const document = await store.read<'reindex'>(organization, ID);
  return document !== undefined && document.body.schema >= INDEX_SCHEMA && document.body.done;
}

/** Whether deals still stand in the index as it was before. Throws UnavailableError when the store is away. */
export async function isReindexing(
  { store }: { store: DocumentStore },
  organization: string,
): Promise<boolean> {
  const document = await store.read<'reindex'>(organization, ID);
  return document !== undefined && !(document.body.schema >= INDEX_SCHEMA && document.body.done);
}

/** One step: the next fifty deals; the document stays due until none is left. */
export async function reindexDeals(
  deps: { store: DocumentStore; clock: Clock; wake: () => void },
  claimed: StoredDocument<ReindexRecord>,
): Promise<void> {
  const { partition, body } = claimed;
  const page = await deps.store.list<'referral'>({
    partition,
    kind: 'referral',
    limit: BATCH,
    ...(body.cursor !== undefined && { cursor: body.cursor }),
  });
  for (const { id, schema } of page.documents) {
    if (schema >= body.schema) continue;
    await changeDocument<'referral', void>(deps, partition, id, (document) => ({
      // Whoever wrote it meanwhile has indexed it.
      draft:
        document && document.schema < body.schema ? referralDraft(document.body, document.lease) : undefined,
      result: undefined,
    }));
  }
  await changeDocument<'reindex', void>(deps, partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const record: ReindexRecord = {
      schema: body.schema,
      done: page.cursor === undefined,
      cursor: page.cursor,
    };
    const lease = leaseAfter(document.lease, claimed.lease);
    return { draft: draftOf(partition, record, deps.clock.now(), lease), result: undefined };
  });
  deps.wake();
}

function draftOf(
  organization: string,
  record: ReindexRecord,
  now: Date,
  lease: Lease | undefined,
): DraftOf<'reindex'> {
  return {
    partition: organization,
    id: ID,
    kind: 'reindex',
    schema: 1,
    ...(!record.done && { dueAt: lease?.until ?? now.toISOString() }),
    lease,
    body: record,
  };
}
