import { addressOf } from '#app/contact/contactRecord.ts';
import { type NoticeRecord, noticeDraft } from '#app/notice/noticeRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { OutboxEvent } from '#app/store/outbox.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentKind, DocumentStore, DraftOf, StoredDocument } from '#ports/documents.ts';
import {
  isGivenUp,
  readNotice,
  removeTrouble,
  setAsideIn,
  type Trouble,
  troubleOf,
} from './delivery.show.ts';
import { notArrived } from './notArrived.ts';
import type { LostMessage, WorkSetAside } from './troubleRecord.ts';

export interface RetryDeps {
  store: DocumentStore;
  clock: Clock;
  /** Called after a commit that left something to do. */
  wake: () => void;
}

/**
 * How trying again began. `not-installed`: there is still no chat with them, and it goes by itself once there is; `nobody`:
 * the same of a referral; `over`: it turned out well, or somebody else was quicker.
 */
export type RetryOutcome =
  | { kind: 'trying' | 'not-installed' | 'nobody'; trouble: Trouble }
  | { kind: 'over' };

/** Sends again what did not arrive, or has the worker do again what it gave up. Safe to repeat. */
export async function retryTrouble(deps: RetryDeps, organization: string, id: string): Promise<RetryOutcome> {
  const trouble = await troubleOf(deps, organization, id);
  if (!trouble) return { kind: 'over' };
  const { record } = trouble;
  if (record.what === 'nobody') return { kind: 'nobody', trouble };
  if (record.what === 'message') {
    const contact = await deps.store.read<'person' | 'channel'>(organization, record.contactId);
    if (!contact || !addressOf(contact.body)) return { kind: 'not-installed', trouble };
    await sendAgain(deps, organization, record);
  } else await workAgain(deps, record);
  // Last: when it is cut off before, it is found to be under way and taken off the list by whoever looks.
  await removeTrouble(deps, organization, id);
  deps.wake();
  return { kind: 'trying', trouble };
}

async function sendAgain(deps: RetryDeps, organization: string, message: LostMessage): Promise<void> {
  const present = await readNotice(deps, organization, message);
  if (!present) return;
  await changeDocument<'notice', void>(deps, present.partition, present.id, (document) => {
    if (!document || !notArrived(document.body)) return { result: undefined };
    const state = document.body.copies.length > 0 ? 'delivered' : 'waiting';
    const record: NoticeRecord = { ...document.body, delivery: { state, attempts: 0 } };
    const now = deps.clock.now().toISOString();
    return { draft: noticeDraft(record, document.lease, now), result: undefined };
  });
}

async function workAgain(deps: RetryDeps, { partition, id }: WorkSetAside): Promise<void> {
  await changeDocument<DocumentKind, void>(deps, partition, id, (document) => {
    if (!document || !isGivenUp(document)) return { result: undefined };
    const { etag: _, ...draft } = document;
    const now = deps.clock.now().toISOString();
    const dueAt = document.lease?.until ?? now;
    // Whatever its kind is, it keeps it.
    return {
      draft: { ...draft, dueAt, body: again(document, now) } as DraftOf<DocumentKind>,
      result: undefined,
    };
  });
}

/** What was given up begins anew, with all its attempts. */
function again({ body }: StoredDocument, now: string): unknown {
  if (setAsideIn(body).length === 0) return body;
  const { outbox, ...rest } = body as { outbox: OutboxEvent[] };
  const events = outbox.map(({ setAside, ...event }) =>
    setAside === undefined ? event : { ...event, attempts: 0, nextAt: now },
  );
  return { ...rest, outbox: events };
}
