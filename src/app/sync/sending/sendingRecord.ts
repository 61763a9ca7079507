import { changeDocument } from '#app/store/changeDocument.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    sending: SendingRecord;
  }
}

/**
 * That a deal has something for Partner Center. A document of its own beside the deal's, which is there as long as it is
 * so: a Partner Center that is away, slow or throttling holds up no card, and its lease keeps the order of what one deal
 * sends.
 */
export interface SendingRecord {
  referralId: string;
  /** When it is tried next. */
  nextAt: Instant;
  /** How often it was asked for, so that what is asked for while it is under way is not lost. */
  asked: number;
}

/** The id of the document in its organization's partition. */
export function sendingDocumentId(referralId: string): string {
  return `sending:${referralId.toLowerCase()}`;
}

/** The document that says so, due at the next attempt. */
export function sendingDraft(
  organization: string,
  record: SendingRecord,
  lease?: Lease | undefined,
): DraftOf<'sending'> {
  return {
    partition: organization,
    id: sendingDocumentId(record.referralId),
    kind: 'sending',
    schema: 1,
    dueAt: lease?.until ?? record.nextAt,
    lease,
    body: record,
  };
}

/** Has the worker bring a deal to Partner Center soon; one that waits already waits no longer. */
export async function askToSend(
  deps: { store: DocumentStore; clock: Clock; wake: () => void },
  organization: string,
  referralId: string,
): Promise<void> {
  const nextAt = deps.clock.now().toISOString();
  await changeDocument<'sending', void>(deps, organization, sendingDocumentId(referralId), (document) => {
    const asked = (document?.body.asked ?? 0) + 1;
    return {
      draft: sendingDraft(organization, { referralId, nextAt, asked }, document?.lease),
      result: undefined,
    };
  });
  deps.wake();
}
