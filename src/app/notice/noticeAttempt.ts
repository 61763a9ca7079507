import { backoff } from '#app/store/outbox.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Delivery } from '#ports/messenger.ts';
import { type NoticeCopy, type NoticeRecord, olderCopies, outdatedCopies } from './noticeRecord.ts';

/** How often something must be said to be gone or blocked before it is; some half a minute. */
const MOST_DOUBTS = 6;

/** About a day, five minutes apart after the first few. */
const MOST_ATTEMPTS = 300;

/** How it ended, with the copies that show another revision now and those that are no copies any more: deleted, or a line. */
export interface Attempt {
  delivery: Delivery | { outcome: 'silenced'; reason: string };
  shown: NoticeCopy[];
  over: string[];
}

/** The notice after an attempt to deliver it, and how many milliseconds to wait before the next one. */
export function afterAttempt(
  notice: NoticeRecord,
  { delivery, shown, over }: Attempt,
  referral: Referral | undefined,
): { record: NoticeRecord; wait: number } {
  const edited = new Map(shown.map((copy) => [copy.activityId, copy]));
  const kept = notice.copies.filter(({ activityId }) => !over.includes(activityId));
  const known = kept.map((copy) => edited.get(copy.activityId) ?? copy);
  const fresh = shown.filter(({ activityId }) => !known.some((copy) => copy.activityId === activityId));
  const copies = [...known, ...fresh];
  // The referral is read again after each send: a card that was in flight during a decision is due once more.
  const targetRevision =
    notice.type === 'referral-card' ? Math.max(notice.wanted, referral?.revision ?? 0) : notice.wanted;
  const record: NoticeRecord = { ...notice, copies, wanted: targetRevision };
  if (delivery.outcome === 'sent') {
    return { record: { ...record, delivery: { state: 'delivered', attempts: 0 } }, wait: 0 };
  }
  const { reason } = delivery;
  if (delivery.outcome !== 'later') {
    const { attempts } = notice.delivery;
    const pointless = delivery.outcome === 'gone' && delivery.pointless ? ({ pointless: true } as const) : {};
    return {
      record: { ...record, delivery: { state: delivery.outcome, attempts, reason, ...pointless } },
      wait: 0,
    };
  }
  const attempts = notice.delivery.attempts + (delivery.counts ? 1 : 0);
  if (delivery.doubt && attempts >= MOST_DOUBTS) {
    return { record: doubtless(record, delivery.doubt, { attempts, reason }), wait: 0 };
  }
  // Nobody else would hear of an undecided referral whose card was never posted.
  const mustArrive = copies.length === 0 && referral?.stage === 'received';
  if (attempts >= MOST_ATTEMPTS && !mustArrive) {
    return { record: { ...record, delivery: { state: 'failed', attempts, reason } }, wait: 0 };
  }
  return {
    record: { ...record, delivery: { ...notice.delivery, attempts, reason } },
    wait: delivery.after ?? backoff(attempts),
  };
}

/**
 * What was doubted is so. Of several copies those that could be edited go on; where it is all there is, it is kept: it is
 * tried once more at the next change, and when its reader is heard of again.
 */
function doubtless(
  record: NoticeRecord,
  state: 'gone' | 'blocked',
  how: { attempts: number; reason: string },
): NoticeRecord {
  const behind = [...outdatedCopies(record), ...olderCopies(record)];
  const current = record.copies.filter((copy) => copy.held || !behind.includes(copy));
  return current.length > 0
    ? { ...record, copies: current, delivery: { state: 'delivered', attempts: 0 } }
    : { ...record, delivery: { state, ...how } };
}
