import { personalPartition } from '#app/contact/personal.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { type Quieted, type Silence, silenced, silenceFor } from '#domain/news/silence.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { SILENCE_ID, type SilenceRecord, silenceDraft, silenceNew } from './silenceRecord.ts';

/** Whose messages, and about what. */
export interface SilenceInput {
  organization: string;
  personId: string;
  what: Quieted;
}

/**
 * Mutes a deal or everything for one person, until they unmute it. News, reminders and new cards stay away; what is
 * handed over to them or asked of them still comes, and so does a referral that nobody else would hear of.
 */
export function muteNews(deps: { store: DocumentStore; clock: Clock }, input: SilenceInput): Promise<void> {
  return silence(deps, input, {});
}

/** Writes a silence down; what was missed and is muted now is not told any more. */
export async function silence(
  deps: { store: DocumentStore; clock: Clock },
  { organization, personId, what }: SilenceInput,
  { until }: Pick<Silence, 'until'>,
): Promise<void> {
  const partition = personalPartition(organization, personId);
  await changeDocument<SilenceRecord, void>(deps, partition, SILENCE_ID, (document) => {
    const record = document?.body ?? silenceNew(organization, personId);
    const since = deps.clock.now().toISOString();
    const silences = silenced(record.silences, what, { since, ...(until !== undefined && { until }) });
    const missed = record.missed.filter(({ referralId }) => {
      const now = silenceFor(silences, referralId, since);
      return !now || now.until !== undefined;
    });
    const next: SilenceRecord = { ...record, silences, missed };
    // What an ended snooze left to tell stays due; to look once too often does no harm.
    return { draft: silenceDraft(next, document?.lease, document?.dueAt), result: undefined };
  });
}
