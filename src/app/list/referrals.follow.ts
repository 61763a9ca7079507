import { SETTLING } from '#app/referral/changeStamp.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { isIndexed } from './deals.reindex.ts';

/** A place in the order of changes: behind this document as it was changed then. */
export interface ChangePosition {
  changed: Instant;
  documentId: string;
}

/** A deal as it stands now, and where those who follow go on behind it. */
export interface ChangedReferral {
  record: ReferralRecord;
  position: ChangePosition;
}

/** Documents may be large, and between two of these batches others get their turn. */
const BATCH = 10;

/**
 * The deals of an organization in the order in which they changed last, from a position on, or all of them; undefined
 * while deals from before are still being brought into that order. Who goes on from the last position gets each change
 * at least once, in this or a later version of the deal, whichever process wrote it, as long as clocks and replicas of
 * the store are not more than ten seconds apart: the last seconds are held back (`SETTLING`). Read one by one, so that
 * the reader may stop anywhere. Throws UnavailableError when the store is away.
 */
export async function followReferrals(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
  from: ChangePosition | undefined,
): Promise<AsyncGenerator<ChangedReferral> | undefined> {
  if (!(await isIndexed(deps, organization))) return undefined;
  return changesAfter(deps, organization, from);
}

async function* changesAfter(
  { store, clock }: { store: DocumentStore; clock: Clock },
  organization: string,
  from: ChangePosition | undefined,
): AsyncGenerator<ChangedReferral> {
  // Before the first look into the store: what lands between the look and a later moment would be passed over.
  const settled = new Date(clock.now().getTime() - SETTLING).toISOString();
  let cursor = from && cursorAt(from.changed, from.documentId);
  for (;;) {
    const page = await store.list<'referral'>({
      partition: organization,
      kind: 'referral',
      orderBy: { field: 'changed', direction: 'ascending' },
      limit: BATCH,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { id, index, body } of page.documents) {
      const changed = String(index?.changed);
      if (changed > settled) return;
      yield { record: body, position: { changed, documentId: id } };
    }
    cursor = page.cursor;
    if (cursor === undefined) return;
    await clock.pause(0);
  }
}
