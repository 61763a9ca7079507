import { allDocuments } from '#app/store/allDocuments.ts';
import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DocumentStore, DraftOf, Lease, StoredDocument } from '#ports/documents.ts';
import type { AccessRequestState } from '#ports/messenger.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    ask: AccessRequestRecord;
  }
}

/** Somebody asked for a deal that they may not see; its admins grant it or it ends otherwise. */
export interface AccessRequestRecord {
  organization: string;
  referralId: string;
  /** `<tenant>:<aadObjectId>` */
  personId: string;
  /** When they asked last. */
  at: Instant;
  state: AccessRequestState;
  /** Goes up with every change of the state, and so tells the requests of one person apart. */
  revision: number;
  outbox: OutboxEvent<'ask.changed'>[];
}

/** Where the requests for one deal are. */
export function accessRequestPartition(organization: string, referralId: string): string {
  return `${organization}/asks/${referralId.toLowerCase()}`;
}

/** The id of a person's request for a deal: there is one, however often they ask. */
export function accessRequestId(personId: string): string {
  return `ask:${personId}`;
}

/** The document of a request. */
export function accessRequestDraft(record: AccessRequestRecord, lease: Lease | undefined): DraftOf<'ask'> {
  return {
    partition: accessRequestPartition(record.organization, record.referralId),
    id: accessRequestId(record.personId),
    kind: 'ask',
    schema: 1,
    dueAt: nextDue(record.outbox, [], lease),
    lease,
    index: { state: record.state },
    body: record,
  };
}

/** The request in another state, with the task to tell it. */
export function accessRequestIn(
  state: AccessRequestState,
  record: AccessRequestRecord,
  now: Date,
  eventId: string,
): AccessRequestRecord {
  const at = now.toISOString();
  const event = { id: eventId, type: 'ask.changed' as const, at, attempts: 0, nextAt: at };
  return { ...record, state, revision: record.revision + 1, outbox: [...record.outbox, event] };
}

/** The requests for a deal that wait for an answer. */
export function openAsks(
  deps: { store: DocumentStore },
  organization: string,
  referralId: string,
): Promise<StoredDocument<AccessRequestRecord>[]> {
  const partition = accessRequestPartition(organization, referralId);
  return allDocuments<'ask'>(deps.store, { partition, kind: 'ask', where: { state: 'open' } });
}
