import type { Attempt } from '#app/notice/noticeAttempt.ts';
import { type NoticeCopy, type NoticeRecord, olderCopies, outdatedCopies } from '#app/notice/noticeRecord.ts';
import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';

interface CopyDeps {
  messenger: Messenger;
  /** Whether a copy may be edited now, because nobody types into it. */
  mayBeEdited: (copy: NoticeCopy) => boolean;
}

/** An attempt that posted nothing. */
export const nothing = (delivery: Attempt['delivery']): Attempt => ({ delivery, shown: [], over: [] });

/** There was nothing to send any more. */
export const pointless = (reason: string): Attempt => nothing({ outcome: 'gone', reason, pointless: true });

/** An attempt that posted a message which shows a revision. */
export function posted(delivery: Delivery, shown: number): Attempt {
  const copies = delivery.outcome === 'sent' ? [{ activityId: delivery.activityId, shown }] : [];
  return { delivery, shown: copies, over: [] };
}

/** What copies show: the card, and the line that an older copy of it becomes. */
export interface Shown {
  content: Content;
  revision: number;
  folded?: Content | undefined;
}

/** Posts what was never posted, else edits what is not as it should be. */
export async function show(
  deps: CopyDeps,
  notice: NoticeRecord,
  address: Address,
  shown: Shown,
): Promise<Attempt> {
  if (notice.copies.length > 0) return editCopies(deps, notice, address, shown);
  return posted(await deps.messenger.post(address, shown.content), shown.revision);
}

/**
 * Each copy on its own: one that cannot be edited does not end the others. The card comes first: where that turns out not to
 * be there, an older one is it again and must not become a line.
 */
async function editCopies(
  deps: CopyDeps,
  notice: NoticeRecord,
  address: Address,
  { content, revision, folded = content }: Shown,
): Promise<Attempt> {
  const { copies } = notice;
  const older = olderCopies(notice);
  const shown: NoticeCopy[] = [];
  const lost: string[] = [];
  const lines: string[] = [];
  let waiting: Delivery | undefined;
  let end: Delivery = { outcome: 'gone', reason: 'every copy was deleted' };
  for (const copy of [...outdatedCopies(notice, revision), ...older]) {
    const { activityId } = copy;
    const isOlder = older.includes(copy);
    if (isOlder && lost.includes(copies.at(-1)?.activityId ?? '')) break;
    if (!deps.mayBeEdited(copy)) continue;
    const delivery = await deps.messenger.edit(address, activityId, isOlder ? folded : content);
    if (delivery.outcome === 'sent') {
      if (isOlder) lines.push(activityId);
      else shown.push({ activityId, shown: revision });
    } else if (delivery.outcome === 'later') waiting = delivery;
    else lost.push(activityId);
    if (delivery.outcome === 'blocked' || delivery.outcome === 'failed') end = delivery;
    // What keeps the bot out of a person's chat holds for all that stands there.
    if (delivery.outcome === 'blocked' && older.length > 0) return { delivery, shown, over: lines };
    // A rate limit holds for the rest as well; the next attempt goes on where this one stopped.
    if (delivery.outcome === 'later' && !delivery.counts) break;
  }
  if (waiting) return { delivery: waiting, shown, over: lines };
  if (lost.length < copies.length) {
    const sent: Delivery = { outcome: 'sent', activityId: shown.at(-1)?.activityId ?? '' };
    return { delivery: sent, shown, over: [...lost, ...lines] };
  }
  // What was only blocked is kept: it can be taken up again.
  return { delivery: end, shown, over: end.outcome === 'gone' ? lost : [] };
}
