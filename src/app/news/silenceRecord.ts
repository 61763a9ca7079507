import { personalPartition } from '#app/contact/personal.ts';
import { endOf, type Missed, nothingSilenced, type Silences, silenceFor } from '#domain/news/silence.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { earliest, type Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentDraft, DocumentStore, Lease } from '#ports/documents.ts';
import type { ShownSilence } from '#ports/messenger.ts';

/** What a person muted or snoozed, and what they missed because of a snooze. */
export interface SilenceRecord {
  organization: string;
  /** `<tenant>:<aadObjectId>` */
  personId: string;
  silences: Silences;
  /** Oldest first. */
  missed: readonly Missed[];
  /** How often the message about it could not be sent. */
  attempts: number;
}

export const SILENCE_ID = 'silence';

/** A snooze over more than these tells of the newest. */
export const MOST_MISSED = 200;

/** A record of somebody who hears everything. */
export function silenceNew(organization: string, personId: string): SilenceRecord {
  return { organization, personId, silences: nothingSilenced, missed: [], attempts: 0 };
}

/** The document of what a person silenced: due when the first snooze ends, or at `notBefore` where something is left to tell. */
export function silenceDraft(
  record: SilenceRecord,
  lease: Lease | undefined,
  notBefore?: Instant | undefined,
): DocumentDraft<SilenceRecord> {
  return {
    partition: personalPartition(record.organization, record.personId),
    id: SILENCE_ID,
    kind: 'silence',
    schema: 1,
    dueAt: lease ? lease.until : earliest([notBefore, endOf(record.silences)]),
    lease,
    body: record,
  };
}

/** What a person silenced; nothing for somebody who never did. */
export async function silencesOf(
  { store }: { store: DocumentStore },
  organization: string,
  personId: string,
): Promise<Silences> {
  const document = await store.read<SilenceRecord>(personalPartition(organization, personId), SILENCE_ID);
  return document?.body.silences ?? nothingSilenced;
}

/** What a person silenced of a deal, as their card shows it; undefined where they hear of it. */
export async function shownSilence(
  deps: { store: DocumentStore; clock: Clock },
  personId: string,
  { id, organization }: Pick<Referral, 'id' | 'organization'>,
): Promise<ShownSilence | undefined> {
  const silences = await silencesOf(deps, organization, personId);
  const silence = silenceFor(silences, id, deps.clock.now().toISOString());
  return silence && { of: silence.of, until: silence.until };
}
