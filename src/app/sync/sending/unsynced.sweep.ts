import { sendable } from '#domain/sync/decideSync.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Connections } from '#ports/partnerCenterApi.ts';
import { askToSend } from './sendingRecord.ts';

/** So many deals are looked at in one step. */
const STEP = 100;

/**
 * Has what waits of an organization sent, in steps of a hundred deals, the oldest difference first: when it was connected,
 * when it may write from now on, and once in a while, whatever was lost on the way. Where the next step begins, or
 * undefined after the last one. Deals that are being sent anyway are not sent twice.
 */
export async function sweepUnsynced(
  deps: { store: DocumentStore; clock: Clock; wake: () => void; connections: Connections },
  organization: string,
  after?: string,
): Promise<string | undefined> {
  if (deps.connections.modeOf(organization) !== 'write') return undefined;
  const page = await deps.store.list<'referral'>({
    partition: organization,
    kind: 'referral',
    orderBy: { field: 'unsynced', direction: 'ascending' },
    limit: STEP,
    ...(after !== undefined && { cursor: after }),
  });
  for (const { body } of page.documents) {
    if (sendable(body.referral).length > 0) await askToSend(deps, organization, body.referral.id);
  }
  return page.cursor;
}
