import { personalPartition } from '#app/contact/personal.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { type Mute, type MuteScope, muteFor, withMute } from '#domain/news/mute.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { MUTE_ID, type MuteRecord, muteDraft, newMuteRecord } from './muteRecord.ts';

/** Whose messages, and about what. */
export interface MuteInput {
  organization: string;
  personId: string;
  what: MuteScope;
}

/**
 * Mutes a deal or everything for one person, until they unmute it. News, reminders and new cards stay away; what is
 * handed over to them or asked of them still comes, and so does a referral that nobody else would hear of.
 */
export function muteNews(deps: { store: DocumentStore; clock: Clock }, input: MuteInput): Promise<void> {
  return addMute(deps, input, {});
}

/** Writes a mute down; what was missed and is muted now is not told any more. */
export async function addMute(
  deps: { store: DocumentStore; clock: Clock },
  { organization, personId, what }: MuteInput,
  { until }: Pick<Mute, 'until'>,
): Promise<void> {
  const partition = personalPartition(organization, personId);
  await changeDocument<'silence', void>(deps, partition, MUTE_ID, (document) => {
    const record = document?.body ?? newMuteRecord(organization, personId);
    const since = deps.clock.now().toISOString();
    const silences = withMute(record.silences, what, { since, ...(until !== undefined && { until }) });
    const missed = record.missed.filter(({ referralId }) => {
      const now = muteFor(silences, referralId, since);
      return !now || now.until !== undefined;
    });
    const next: MuteRecord = { ...record, silences, missed };
    // What an ended snooze left to tell stays due; to look once too often does no harm.
    return { draft: muteDraft(next, document?.lease, document?.dueAt), result: undefined };
  });
}
