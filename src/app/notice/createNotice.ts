import type { News } from '#domain/news/news.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type NoticeRecord, noticeDraft } from './noticeRecord.ts';
import type { Recipient } from './recipients.ts';

/**
 * Creates a notice that is due at `notBefore`, now by default; one that is there already stays as it is. `occasion`
 * tells messages of one type to one contact apart that may come more than once.
 */
export async function createNotice(
  deps: { store: DocumentStore; clock: Clock },
  type: NoticeRecord['type'],
  referral: Referral,
  recipient: Pick<Recipient, 'contactId' | 'why'>,
  more: {
    notBefore?: string | undefined;
    occasion?: string | undefined;
    news?: readonly News[] | undefined;
  } = {},
): Promise<void> {
  const record: NoticeRecord = {
    ...newNotice(deps, type, referral, recipient, recipient.why),
    ...(more.occasion !== undefined && { occasion: more.occasion }),
    ...(more.news && { news: more.news }),
  };
  await deps.store.create(noticeDraft(record, undefined, more.notBefore ?? deps.clock.now().toISOString()));
}

/** A notice of which nothing has been sent. */
export function newNotice(
  deps: { clock: Clock },
  type: NoticeRecord['type'],
  referral: Referral,
  { contactId }: Pick<Recipient, 'contactId'>,
  why: Recipient['why'],
): NoticeRecord {
  return {
    type,
    organization: referral.organization,
    referralId: referral.id,
    contactId,
    why,
    delivery: { state: 'waiting', attempts: 0 },
    copies: [],
    // A request counts its own changes.
    wanted: type === 'ask' || type === 'asked' ? 1 : referral.revision,
    since: deps.clock.now().toISOString(),
  };
}
