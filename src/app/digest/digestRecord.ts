import { personalPartition } from '#app/contact/personal.ts';
import { type DigestChoice, usualDigest } from '#domain/digest/digestChoice.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    digest: DigestRecord;
  }
}

/** The message of the morning of one person: when it comes next. What it tells is found when it comes. */
export interface DigestRecord {
  organization: string;
  /** `<tenant>:<aadObjectId>` */
  personId: string;
  choice: DigestChoice;
  /** When there is something to look at next. Absent while the bot is not installed there. */
  next?: Instant | undefined;
  /** The person's own day that was looked at last: whatever came of it, it is done. */
  told?: LocalDate | undefined;
  /** The beginning of the import whose deals come with the next message, and whether they have. */
  list?: { startedAt: Instant; told: boolean } | undefined;
  /** How often the message that is under way could not be sent. */
  attempts: number;
}

export const DIGEST_ID = 'digest';

/** The document of a person's mornings; due at the next one, or at `notBefore` where one is tried again. */
export function digestDraft(
  record: DigestRecord,
  lease: Lease | undefined,
  notBefore: Instant | undefined = record.next,
): DraftOf<'digest'> {
  return {
    partition: personalPartition(record.organization, record.personId),
    id: DIGEST_ID,
    kind: 'digest',
    schema: 1,
    dueAt: lease ? lease.until : notBefore,
    lease,
    body: record,
  };
}

/** How somebody has it, as they chose or as it is without. */
export async function digestChoiceOf(
  { store }: { store: DocumentStore },
  organization: string,
  personId: string,
): Promise<DigestChoice> {
  const document = await store.read<'digest'>(personalPartition(organization, personId), DIGEST_ID);
  return document?.body.choice ?? usualDigest;
}
