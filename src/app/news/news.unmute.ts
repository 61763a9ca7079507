import { bringContactUpToDate } from '#app/contact/bringUpToDate.ts';
import { personDocumentId } from '#app/contact/contactRecord.ts';
import { personalPartition } from '#app/contact/personal.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import {
  type Missed,
  type MuteScope,
  type Mutes,
  muteFor,
  presentMutes,
  withoutMute,
} from '#domain/news/mute.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { MUTE_ID, muteDraft } from './muteRecord.ts';

/**
 * Ends what a person muted or snoozed: a deal, what holds for everything, or all of it. After a snooze what was missed
 * comes in one message; after a mute the cards of referrals that still wait for an answer. Twice the same changes nothing.
 */
export async function unmuteNews(
  deps: { store: DocumentStore; clock: Clock; newId: () => string; wake: () => void },
  input: { organization: string; personId: string; what: MuteScope | 'everything' },
): Promise<void> {
  const { organization, personId, what } = input;
  const partition = personalPartition(organization, personId);
  const before = await changeDocument<'silence', Mutes | undefined>(deps, partition, MUTE_ID, (document) => {
    if (!document) return { result: undefined };
    const now = deps.clock.now().toISOString();
    const silences = withoutMute(document.body.silences, what);
    const heard = ({ referralId }: Missed) => !muteFor(silences, referralId, now);
    const due = document.body.missed.some(heard) ? now : document.dueAt;
    return {
      draft: muteDraft({ ...document.body, silences }, document.lease, due),
      result: presentMutes(document.body.silences, now),
    };
  });
  if (!before) return;
  if (wasMuted(before)) await bringContactUpToDate(deps, organization, personDocumentId(personId));
  deps.wake();
}

function wasMuted({ all, deals }: Mutes): boolean {
  return [all, ...deals].some((one) => one !== undefined && one.until === undefined);
}
