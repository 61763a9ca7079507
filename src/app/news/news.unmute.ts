import { bringContactUpToDate } from '#app/contact/bringUpToDate.ts';
import { personDocumentId } from '#app/contact/contactRecord.ts';
import { personalPartition } from '#app/contact/personal.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import {
  type Missed,
  present,
  type Quieted,
  type Silences,
  silenceFor,
  unsilenced,
} from '#domain/news/silence.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { SILENCE_ID, type SilenceRecord, silenceDraft } from './silenceRecord.ts';

/**
 * Ends what a person muted or snoozed: a deal, what holds for everything, or all of it. After a snooze what was missed
 * comes in one message; after a mute the cards of referrals that still wait for an answer. Twice the same changes nothing.
 */
export async function unmuteNews(
  deps: { store: DocumentStore; clock: Clock; newId: () => string; wake: () => void },
  input: { organization: string; personId: string; what: Quieted | 'everything' },
): Promise<void> {
  const { organization, personId, what } = input;
  const partition = personalPartition(organization, personId);
  const before = await changeDocument<SilenceRecord, Silences | undefined>(
    deps,
    partition,
    SILENCE_ID,
    (document) => {
      if (!document) return { result: undefined };
      const now = deps.clock.now().toISOString();
      const silences = unsilenced(document.body.silences, what);
      const heard = ({ referralId }: Missed) => !silenceFor(silences, referralId, now);
      const due = document.body.missed.some(heard) ? now : document.dueAt;
      return {
        draft: silenceDraft({ ...document.body, silences }, document.lease, due),
        result: present(document.body.silences, now),
      };
    },
  );
  if (!before) return;
  if (wasMuted(before)) await bringContactUpToDate(deps, organization, personDocumentId(personId));
  deps.wake();
}

function wasMuted({ all, deals }: Silences): boolean {
  return [all, ...deals].some((one) => one !== undefined && one.until === undefined);
}
