import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { fingerprint } from '#domain/values/fingerprint.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { DraftOf } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    trouble: TroubleRecord;
  }
}

/**
 * Why a message did not arrive. `tried`: for about a day, without an answer that ended it; `secret`: the same, because
 * Teams did not let the bot in; `refused`: Teams will never take it as it is.
 */
export type NotArrived = 'not-installed' | 'blocked' | 'gone' | 'tried' | 'secret' | 'refused';

/** A message that did not reach somebody. */
export interface LostMessage {
  what: 'message';
  type: NoticeRecord['type'];
  occasion?: string | undefined;
  referralId: string;
  contactId: string;
  why: NotArrived;
}

/** An undecided referral that nobody could be told of. */
export interface UnheardReferral {
  what: 'nobody';
  referralId: string;
}

/** Something that the worker failed to do again and again, and leaves alone since. */
export interface WorkSetAside {
  what: 'work';
  kind: string;
  partition: string;
  id: string;
}

/** One thing that went wrong and that an administrator can do something about. */
export type TroubleRecord = (LostMessage | UnheardReferral | WorkSetAside) & {
  at: Instant;
  /** What the other side said, or the error, for somebody who knows more of it. */
  reason?: string | undefined;
};

const KEPT_HOURS = 60 * 24;
const LONGEST_REASON = 300;

/** The partition of what went wrong in an organization. */
export function troublePartition(organization: string): string {
  return `${organization}/troubles`;
}

/** The same for the same thing, so that it is listed once however often it is met. */
export function troubleId(about: LostMessage | UnheardReferral | WorkSetAside): string {
  switch (about.what) {
    case 'message':
      return key('message', about.referralId, about.contactId, about.type, about.occasion ?? '');
    case 'nobody':
      return key('nobody', about.referralId);
    case 'work':
      return key('work', about.partition, about.id);
    default:
      return about satisfies never;
  }
}

/** The document of what went wrong. What nobody looked at for sixty days is removed. */
export function troubleDraft(organization: string, record: TroubleRecord): DraftOf<'trouble'> {
  const reason = record.reason?.slice(0, LONGEST_REASON);
  return {
    partition: troublePartition(organization),
    id: troubleId(record),
    kind: 'trouble',
    schema: 1,
    expiresAt: plusHours(record.at, KEPT_HOURS),
    index: { at: record.at, what: record.what },
    body: { ...record, reason },
  };
}

function key(what: TroubleRecord['what'], ...parts: string[]): string {
  return `${what}:${fingerprint(JSON.stringify(parts))}`;
}
