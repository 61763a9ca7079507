import { allDocuments } from '#app/store/allDocuments.ts';
import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DocumentDraft, DocumentStore, Lease, StoredDocument } from '#ports/documents.ts';
import type { AskState } from '#ports/messenger.ts';

/** Somebody asked for a deal that they may not see; its admins grant it or it ends otherwise. */
export interface AskRecord {
  organization: string;
  referralId: string;
  /** `<tenant>:<aadObjectId>` */
  personId: string;
  /** When they asked last. */
  at: Instant;
  state: AskState;
  /** Goes up with every change of the state, and so tells the requests of one person apart. */
  revision: number;
  outbox: OutboxEvent<'ask.changed'>[];
}

/** Where the requests for one deal are. */
export function askPartition(organization: string, referralId: string): string {
  return `${organization}/asks/${referralId.toLowerCase()}`;
}

/** The id of a person's request for a deal: there is one, however often they ask. */
export function askDocumentId(personId: string): string {
  return `ask:${personId}`;
}

/** The document of a request. */
export function askDraft(record: AskRecord, lease: Lease | undefined): DocumentDraft<AskRecord> {
  return {
    partition: askPartition(record.organization, record.referralId),
    id: askDocumentId(record.personId),
    kind: 'ask',
    schema: 1,
    dueAt: nextDue(record.outbox, [], lease),
    lease,
    index: { state: record.state },
    body: record,
  };
}

/** The request in another state, with the task to tell it. */
export function askIn(state: AskState, record: AskRecord, now: Date, eventId: string): AskRecord {
  const at = now.toISOString();
  const event = { id: eventId, type: 'ask.changed' as const, at, attempts: 0, nextAt: at };
  return { ...record, state, revision: record.revision + 1, outbox: [...record.outbox, event] };
}

/** The requests for a deal that wait for an answer. */
export function openAsks(
  deps: { store: DocumentStore },
  organization: string,
  referralId: string,
): Promise<StoredDocument<AskRecord>[]> {
  const partition = askPartition(organization, referralId);
  return allDocuments<AskRecord>(deps.store, { partition, kind: 'ask', where: { state: 'open' } });
}
