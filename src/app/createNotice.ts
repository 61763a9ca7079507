import type { Referral } from '../domain/referral.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { type NoticeRecord, noticeDraft } from './noticeRecord.ts';
import type { Recipient } from './recipients.ts';

/** Creates a notice that is due at `notBefore`, now by default; one that is there already stays as it is. */
export async function createNotice(
  deps: { store: DocumentStore; clock: Clock },
  type: NoticeRecord['type'],
  referral: Referral,
  recipient: Pick<Recipient, 'contactId' | 'why'>,
  notBefore?: string,
): Promise<void> {
  const record: NoticeRecord = {
    type,
    organization: referral.organization,
    referralId: referral.id,
    contactId: recipient.contactId,
    why: recipient.why,
    delivery: { state: 'waiting', attempts: 0 },
    copies: [],
    wanted: referral.revision,
  };
  await deps.store.create(noticeDraft(record, undefined, notBefore ?? deps.clock.now().toISOString()));
}
