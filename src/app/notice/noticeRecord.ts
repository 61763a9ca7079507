import { isPersonContact } from '#app/contact/contactRecord.ts';
import type { News } from '#domain/news/news.ts';
import type { Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { earliest, type Instant } from '#domain/values/instant.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    notice: NoticeRecord;
  }
}

/** How the delivery of a notice ended; `waiting` until it has. `silenced`: its recipient muted or snoozed it. */
export type DeliveryState = 'waiting' | 'delivered' | 'blocked' | 'gone' | 'failed' | 'silenced';

/**
 * One message to one recipient about one referral. `referral-card` is edited for ever after, and so is `ask`, by which
 * an admin hears that somebody asks for a deal; `asked` tells the one who asked how it ended. `news` says what
 * happened to the deal, whether there is a card or not; `forwarded` passes on what did not reach somebody else; the others
 * follow the card. What is not edited is sent once.
 */
export interface NoticeRecord {
  type: 'referral-card' | 'expired' | 'last-reminder' | 'handed' | 'ask' | 'asked' | 'news' | 'forwarded';
  /** Tells messages of one type apart that may come more than once. */
  occasion?: string | undefined;
  /** Of `news`: the further occasions that joined before it went out. */
  joined?: readonly string[] | undefined;
  /** What happened, of `news`. */
  news?: readonly News[] | undefined;
  /** When it was created; absent on old ones. */
  since?: Instant | undefined;
  organization: string;
  referralId: string;
  contactId: string;
  why: Why;
  delivery: {
    state: DeliveryState;
    attempts: number;
    reason?: string | undefined;
    /** It did not go out because there was nothing to say any more, which is no failure. */
    pointless?: true | undefined;
  };
  /** Of `forwarded`: who passed it on, and the contact that did not get it, if there was one. */
  forwarded?: { by: string; missed?: string | undefined } | undefined;
  /**
   * Every posted copy with the revision of the referral that it shows, in the order in which they were posted or pressed.
   * In the chat of a person the last one is the card; those before it are there until they are known to be one line.
   */
  copies: NoticeCopy[];
  /** The target revision, which all copies should show; stored under the name that it had first. */
  wanted: number;
}

export interface NoticeCopy {
  activityId: string;
  shown: number;
  /** The form that is open on it; stored under the name that it had first. */
  held?: OpenForm | undefined;
}

/** Somebody types into a copy: it is not edited until then, while the deal is still in the stage in which it was. */
export interface OpenForm {
  until: Instant;
  stage: Referral['stage'];
}

/** Where the notices of one referral are: a partition of their own, so that none outgrows it. */
export function noticePartition(organization: string, referralId: string): string {
  return `${organization}/notices/${referralId}`;
}

/** The same for the same message to the same contact, so that a repeat finds what is there. */
export function noticeDocumentId(type: NoticeRecord['type'], contactId: string, occasion?: string): string {
  return occasion === undefined ? `${type}:${contactId}` : `${type}:${contactId}:${occasion}`;
}

/**
 * The document of a notice. It is due while its card is not what it should be and its delivery can still succeed;
 * `notBefore` moves that for retries, rate limits and reminders.
 */
export function noticeDraft(
  record: NoticeRecord,
  lease: Lease | undefined,
  notBefore: Instant,
): DraftOf<'notice'> {
  const open = record.delivery.state === 'waiting' || record.delivery.state === 'delivered';
  const due = open && (record.copies.length === 0 || isBehind(record));
  return {
    partition: noticePartition(record.organization, record.referralId),
    id: noticeDocumentId(record.type, record.contactId, record.occasion),
    kind: 'notice',
    schema: 1,
    dueAt: lease ? lease.until : due ? dueOf(record, notBefore) : undefined,
    lease,
    index: { type: record.type, state: record.delivery.state },
    body: record,
  };
}

/** The earliest moment at which a copy may be edited: one that somebody types into does not put off the others. */
function dueOf(record: NoticeRecord, notBefore: Instant): Instant {
  const behind = [...outdatedCopies(record), ...olderCopies(record)];
  const moments = behind.map(({ held: form }) => (form && form.until > notBefore ? form.until : notBefore));
  return earliest(moments) ?? notBefore;
}

/** Whether a copy is not what it should be. */
function isBehind(record: NoticeRecord): boolean {
  return outdatedCopies(record).length > 0 || olderCopies(record).length > 0;
}

/**
 * The copies that are to become one line, because a newer card of the deal is known to stand in the same chat. In a channel
 * each card has a thread of its own, and stays.
 */
export function olderCopies({
  type,
  contactId,
  copies,
}: Pick<NoticeRecord, 'type' | 'contactId' | 'copies'>): NoticeCopy[] {
  return type === 'referral-card' && isPersonContact(contactId) ? copies.slice(0, -1) : [];
}

/** The copies that are cards and show less than they should, or less than `revision`. */
export function outdatedCopies(record: NoticeRecord, revision = record.wanted): NoticeCopy[] {
  const older = olderCopies(record);
  const target = Math.max(record.wanted, revision);
  return record.copies.filter((copy) => !older.includes(copy) && copy.shown < target);
}

/**
 * When a change makes a notice due: now, but not before the moment to which a rate limit, a failure or the working
 * hours have moved it. That a form is open on a copy puts off that copy alone.
 */
export function dueAfterChange(
  present: {
    dueAt?: Instant | undefined;
    lease?: Lease | undefined;
    body?: Pick<NoticeRecord, 'copies'> | undefined;
  },
  now: Instant,
): Instant {
  const { dueAt, lease, body } = present;
  const formOpen = body?.copies.some(({ held: form }) => form?.until === dueAt) ?? false;
  return !lease && !formOpen && dueAt && dueAt > now ? dueAt : now;
}
