import { personalPartition } from '#app/contact/personal.ts';
import type { ShownMute } from '#domain/news/mute.ts';
import { firstMuteEnd, type Missed, type Mutes, muteFor, noMutes } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { earliest, type Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    silence: MuteRecord;
  }
}

/** What a person muted or snoozed, and what they missed because of a snooze. */
export interface MuteRecord {
  organization: string;
  /** `<tenant>:<aadObjectId>` */
  personId: string;
  silences: Mutes;
  /** Oldest first. */
  missed: readonly Missed[];
  /** How often the message about it could not be sent. */
  attempts: number;
}

export const MUTE_ID = 'silence';

/** A snooze over more than these tells of the newest. */
export const MOST_MISSED = 200;

/** A record of somebody who hears everything. */
export function newMuteRecord(organization: string, personId: string): MuteRecord {
  return { organization, personId, silences: noMutes, missed: [], attempts: 0 };
}

/** The document of what a person muted: due when the first snooze ends, or at `notBefore` where something is left to tell. */
export function muteDraft(
  record: MuteRecord,
  lease: Lease | undefined,
  notBefore?: Instant | undefined,
): DraftOf<'silence'> {
  return {
    partition: personalPartition(record.organization, record.personId),
    id: MUTE_ID,
    kind: 'silence',
    schema: 1,
    dueAt: lease ? lease.until : earliest([notBefore, firstMuteEnd(record.silences)]),
    lease,
    body: record,
  };
}

/** What a person muted; nothing for somebody who never did. */
export async function mutesOf(
  { store }: { store: DocumentStore },
  organization: string,
  personId: string,
): Promise<Mutes> {
  const document = await store.read<'silence'>(personalPartition(organization, personId), MUTE_ID);
  return document?.body.silences ?? noMutes;
}

/** What a person muted of a deal, as their card shows it; undefined where they hear of it. */
export async function shownMute(
  deps: { store: DocumentStore; clock: Clock },
  personId: string,
  { id, organization }: Pick<Referral, 'id' | 'organization'>,
): Promise<ShownMute | undefined> {
  const silences = await mutesOf(deps, organization, personId);
  const mute = muteFor(silences, id, deps.clock.now().toISOString());
  return mute && { of: mute.of, until: mute.until };
}
