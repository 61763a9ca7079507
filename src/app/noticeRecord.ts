import type { Instant } from '../domain/instant.ts';
import type { DocumentDraft, Lease } from '../ports/documents.ts';
import type { Why } from '../ports/messenger.ts';

/** How the delivery of a notice ended; `waiting` until it has. */
export type DeliveryState = 'waiting' | 'delivered' | 'blocked' | 'gone' | 'failed';

/**
 * One message to one recipient about one referral. `referral-card` is edited for ever after; the others follow it
 * and are sent once.
 */
export interface NoticeRecord {
  type: 'referral-card' | 'expired' | 'last-reminder';
  organization: string;
  referralId: string;
  contactId: string;
  why: Why;
  delivery: { state: DeliveryState; attempts: number; reason?: string | undefined };
  /** Every posted copy; edits go to all of them. */
  activityIds: string[];
  /** Revision of the referral that the copies show, and the one they should show. */
  shown: number;
  wanted: number;
}

/** Where the notices of one referral are: a partition of their own, so that none outgrows it. */
export function noticePartition(organization: string, referralId: string): string {
  return `${organization}/notices/${referralId}`;
}

/** The same for the same message to the same contact, so that a repeat finds what is there. */
export function noticeDocumentId(type: NoticeRecord['type'], contactId: string): string {
  return `${type}:${contactId}`;
}

/**
 * The document of a notice. It is due while its card is not what it should be and its delivery can still succeed;
 * `notBefore` moves that for retries, rate limits and reminders.
 */
export function noticeDraft(
  record: NoticeRecord,
  lease: Lease | undefined,
  notBefore: Instant,
): DocumentDraft<NoticeRecord> {
  const open = record.delivery.state === 'waiting' || record.delivery.state === 'delivered';
  const due = open && record.shown < record.wanted;
  return {
    partition: noticePartition(record.organization, record.referralId),
    id: noticeDocumentId(record.type, record.contactId),
    kind: 'notice',
    schema: 1,
    dueAt: lease ? lease.until : due ? notBefore : undefined,
    lease,
    index: { type: record.type, state: record.delivery.state },
    body: record,
  };
}
