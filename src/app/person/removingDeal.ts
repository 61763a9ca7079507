import { removeTrouble } from '#app/delivery/delivery.show.ts';
import { troubleId } from '#app/delivery/troubleRecord.ts';
import { type NoticeRecord, noticePartition } from '#app/notice/noticeRecord.ts';
import { noteRemoved } from '#app/referral/aliasRecord.ts';
import { timelinePartition } from '#app/referral/timeline.ts';
import { accessRequestPartition } from '#app/request/accessRequestRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { removeDocument } from '#app/store/removeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentOf, DocumentStore, StoredDocument } from '#ports/documents.ts';

/**
 * Removes a deal with everything that is stored about it alone, the deal itself last: whoever is stopped on the way begins
 * again and finds it. That it was here stays, by its id, so that it does not come back. Nothing more is removed where the
 * deal changed meanwhile, or got something new. Throws UnavailableError when the store is away.
 */
export async function removeDeal(
  deps: { store: DocumentStore; clock: Clock },
  document: DocumentOf<'referral'>,
): Promise<void> {
  const { partition, id, etag, body } = document;
  await noteRemoved(deps, partition, body.referral);
  for (const belonging of await belongingsOf(deps, body.referral)) {
    await removeTroubles(deps, partition, belonging);
    await removeDocument(deps, belonging.partition, belonging.id);
  }
  if ((await belongingsOf(deps, body.referral)).length > 0) return;
  await removeTroubles(deps, partition, document);
  await removeTrouble(deps, partition, troubleId({ what: 'nobody', referralId: body.referral.id }));
  await deps.store.remove(partition, id, etag);
}

/** Notices with what was posted of them, the timeline, and who asked for the deal. */
async function belongingsOf(
  { store }: { store: DocumentStore },
  { organization, id }: Referral,
): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for (const partition of [noticePartition, timelinePartition, accessRequestPartition]) {
    found.push(...(await allDocuments(store, { partition: partition(organization, id) })));
  }
  return found;
}

/** What went wrong with it is no longer to be listed either. */
async function removeTroubles(
  deps: { store: DocumentStore },
  organization: string,
  { kind, partition, id, body }: StoredDocument,
): Promise<void> {
  await removeTrouble(deps, organization, troubleId({ what: 'work', kind, partition, id }));
  if (kind !== 'notice') return;
  const { type, occasion, referralId, contactId } = body as NoticeRecord;
  const message = { what: 'message' as const, type, occasion, referralId, contactId, why: 'gone' as const };
  await removeTrouble(deps, organization, troubleId(message));
}
