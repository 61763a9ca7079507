import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { DocumentOf } from '#ports/documents.ts';
import type { ReadDeps } from './readDeps.ts';

type ChangeDeps = Pick<ReadDeps, 'store' | 'clock'>;

/** A claim on a connection's document, by which one process at a time reads for an organization. */
export type Claim = Pick<DocumentOf<'connection'>, 'partition' | 'lease'>;

/** The connection as long as the claim holds; undefined where somebody else took over or it was disconnected. */
export async function heldConnection(
  { store }: ChangeDeps,
  claim: Claim,
): Promise<ConnectionRecord | undefined> {
  const document = await store.read<'connection'>(claim.partition, CONNECTION_ID);
  return document && isHeld(document, claim) ? document.body : undefined;
}

/**
 * Writes what became of a connection, as long as the claim holds. `change` gets the record as it is by then, because
 * others write to it as well (a webhook, a renewed token), and keeps what it has nothing to do with. `end`: the claim is
 * given up with it.
 */
export async function changeHeld(
  deps: ChangeDeps,
  claim: Claim,
  change: (record: ConnectionRecord) => ConnectionRecord,
  end = false,
): Promise<boolean> {
  return changeDocument<'connection', boolean>(deps, claim.partition, CONNECTION_ID, (document) => {
    if (!document || !isHeld(document, claim)) return { result: false };
    const lease = end ? leaseAfter(document.lease, claim.lease) : document.lease;
    return { draft: connectionDraft(claim.partition, change(document.body), lease), result: true };
  });
}

function isHeld({ lease }: DocumentOf<'connection'>, claim: Claim): boolean {
  return lease?.owner === claim.lease?.owner;
}
