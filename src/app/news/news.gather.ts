import { createNotice } from '#app/notice/createNotice.ts';
import {
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from '#app/notice/noticeRecord.ts';
import type { Recipient } from '#app/notice/recipients.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { News } from '#domain/news/news.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { same } from '#domain/values/canonical.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';

export interface GatherDeps {
  store: DocumentStore;
  clock: Clock;
  /** Milliseconds for which news of a deal wait for more of it. */
  newsWait: number;
}

/** What one recipient is to be told of a step. */
export type Telling = Pick<Recipient, 'contactId' | 'why'> & { news: readonly News[] };

/** As many as one message shows. */
const MOST = 5;

/**
 * Tells each recipient news of a deal, in the message that is about to go out where there is one: several that come
 * together are one message. The first of them waits no longer than without the others. `occasion`: the step that
 * brought them, told once however often it comes here.
 */
export async function gatherNews(
  deps: GatherDeps,
  referral: Referral,
  occasion: string,
  tellings: readonly Telling[],
): Promise<void> {
  const told = await allDocuments<'notice'>(deps.store, {
    partition: noticePartition(referral.organization, referral.id),
    where: { type: 'news' },
  });
  const sendAt = new Date(deps.clock.now().getTime() + deps.newsWait).toISOString();
  for (const telling of tellings) {
    const own = told.filter(({ body }) => body.contactId === telling.contactId);
    if (own.some(({ body }) => isTold(body, occasion))) continue;
    const open = own.find(({ dueAt, body }) => isOpen(body) && dueAt !== undefined && dueAt <= sendAt);
    if (open && (await join(deps, open, occasion, telling))) continue;
    const { news } = telling;
    await createNotice(deps, 'news', referral, telling, { occasion, news, notBefore: sendAt });
  }
}

function isTold({ occasion: first, joined }: NoticeRecord, occasion: string): boolean {
  return first === occasion || (joined?.includes(occasion) ?? false);
}

function isOpen({ delivery, copies, news = [] }: NoticeRecord): boolean {
  return delivery.state === 'waiting' && copies.length === 0 && news.length < MOST;
}

/** False where the message is under way by now. */
async function join(
  deps: GatherDeps,
  { partition, body: { contactId, occasion: first } }: StoredDocument<NoticeRecord>,
  occasion: string,
  { news: more }: Telling,
): Promise<boolean> {
  const id = noticeDocumentId('news', contactId, first);
  return changeDocument<'notice', boolean>(deps, partition, id, (document) => {
    if (!document || document.lease || !isOpen(document.body)) return { result: false };
    const { body, dueAt } = document;
    const { news = [], joined = [], wanted } = body;
    const fresh = more.filter((one) => !news.some((known) => same(known, one)));
    const record: NoticeRecord = {
      ...body,
      news: [...news, ...fresh],
      joined: [...joined, occasion],
      wanted: Math.max(wanted, Number(occasion)),
    };
    return { draft: noticeDraft(record, undefined, dueAt ?? deps.clock.now().toISOString()), result: true };
  });
}
