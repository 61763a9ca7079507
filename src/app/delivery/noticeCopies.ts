import type { Attempt } from '#app/notice/noticeAttempt.ts';
import type { NoticeCopy, NoticeRecord } from '#app/notice/noticeRecord.ts';
import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';

interface CopyDeps {
  messenger: Messenger;
  /** Whether a copy may be edited now, because nobody types into it. */
  mayBeEdited: (copy: NoticeCopy) => boolean;
}

/** An attempt that posted nothing. */
export const nothing = (delivery: Attempt['delivery']): Attempt => ({ delivery, shown: [], deleted: [] });

/** An attempt that posted a message which shows a revision. */
export function posted(delivery: Delivery, shown: number): Attempt {
  const copies = delivery.outcome === 'sent' ? [{ activityId: delivery.activityId, shown }] : [];
  return { delivery, shown: copies, deleted: [] };
}

/** Posts what was never posted, else edits what shows less than it should. */
export async function show(
  deps: CopyDeps,
  notice: NoticeRecord,
  address: Address,
  content: Content,
  revision: number,
): Promise<Attempt> {
  if (notice.copies.length === 0) return posted(await deps.messenger.post(address, content), revision);
  return editCopies(deps, notice, address, content, revision);
}

/** Each copy that shows too little, on its own: one that cannot be edited does not end the others. */
async function editCopies(
  deps: CopyDeps,
  { copies, wanted: targetRevision }: NoticeRecord,
  address: Address,
  content: Content,
  revision: number,
): Promise<Attempt> {
  const shown: NoticeCopy[] = [];
  const lost: string[] = [];
  let waiting: Delivery | undefined;
  let end: Delivery = { outcome: 'gone', reason: 'every copy was deleted' };
  for (const copy of copies.filter(({ shown }) => shown < Math.max(targetRevision, revision))) {
    const { activityId } = copy;
    if (!deps.mayBeEdited(copy)) continue;
    const delivery = await deps.messenger.edit(address, activityId, content);
    if (delivery.outcome === 'sent') shown.push({ activityId, shown: revision });
    else if (delivery.outcome === 'later') waiting = delivery;
    else lost.push(activityId);
    if (delivery.outcome === 'blocked' || delivery.outcome === 'failed') end = delivery;
    // A rate limit holds for the rest as well; the next attempt goes on where this one stopped.
    if (delivery.outcome === 'later' && !delivery.counts) break;
  }
  if (waiting) return { delivery: waiting, shown, deleted: [] };
  if (lost.length < copies.length) {
    const sent: Delivery = { outcome: 'sent', activityId: shown.at(-1)?.activityId ?? '' };
    return { delivery: sent, shown, deleted: lost };
  }
  // What was only blocked is kept: it can be taken up again.
  return { delivery: end, shown, deleted: end.outcome === 'gone' ? lost : [] };
}
