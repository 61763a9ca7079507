import type { Referral } from '../domain/referral.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Why } from '../ports/messenger.ts';
import { changeDocument } from './changeDocument.ts';
import {
  dueAfterChange,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from './noticeRecord.ts';

/**
 * Makes a card that was just shown to somebody one of the copies that are edited whenever the referral changes, also
 * where that contact had none before. Safe to repeat.
 */
export async function keepCard(
  deps: { store: DocumentStore; clock: Clock },
  input: { referral: Referral; contactId: string; why: Why; activityId: string },
): Promise<void> {
  const { referral, contactId, why, activityId } = input;
  const partition = noticePartition(referral.organization, referral.id);
  const id = noticeDocumentId('referral-card', contactId);
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    const present = document?.body;
    if (present?.copies.some((copy) => copy.activityId === activityId)) return { result: undefined };
    const record: NoticeRecord = {
      ...(present ?? {
        type: 'referral-card',
        organization: referral.organization,
        referralId: referral.id,
        contactId,
        why,
      }),
      delivery: { state: 'delivered', attempts: 0 },
      copies: [...(present?.copies ?? []), { activityId, shown: referral.revision }],
      wanted: Math.max(present?.wanted ?? 0, referral.revision),
    };
    const now = deps.clock.now().toISOString();
    const due = document ? dueAfterChange(document, now) : now;
    return { draft: noticeDraft(record, document?.lease, due), result: undefined };
  });
}
