import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { cardsOf } from '#app/notice/targetRevision.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import { organizationOf } from '#ports/documentKeys.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import { notArrived } from './notArrived.ts';
import { type TroubleRecord, troubleDraft, troublePartition } from './troubleRecord.ts';

interface NoteDeps {
  store: DocumentStore;
  clock: Clock;
}

/** A trouble without the moment at which it was met. */
type Met = TroubleRecord extends infer T ? (T extends unknown ? Omit<T, 'at'> : never) : never;

/** Has a message that did not arrive listed for the administrators; nothing where all is well with it. Safe to repeat. */
export async function noteNotArrived(deps: NoteDeps, notice: NoticeRecord): Promise<void> {
  const why = notArrived(notice);
  if (!why) return;
  const { organization, type, occasion, referralId, contactId, delivery } = notice;
  await note(deps, organization, {
    what: 'message',
    type,
    occasion,
    referralId,
    contactId,
    why,
    reason: delivery.reason,
  });
}

/** Has a referral listed that nobody could be told of. Safe to repeat. */
export async function noteNobody(deps: NoteDeps, { organization, id }: Referral): Promise<void> {
  await note(deps, organization, { what: 'nobody', referralId: id });
}

/** The same where the last card of a referral that waits for an answer turned out not to arrive. */
export async function noteUnheard(deps: NoteDeps, notice: NoticeRecord, referral: Referral): Promise<void> {
  const over = referral.stage !== 'received' || notice.type !== 'referral-card' || !notArrived(notice);
  if (!over && !(await isHeard(deps, referral))) await noteNobody(deps, referral);
}

/** Has something listed that the worker gave up. Safe to repeat. Throws where that could not be written down. */
export async function noteSetAside(deps: NoteDeps, document: StoredDocument, reason: string): Promise<void> {
  const { kind, partition, id } = document;
  await note(deps, organizationOf(partition), { what: 'work', kind, partition, id, reason });
}

/** Whether somebody has the card of a referral, or will have it. */
export async function isHeard({ store }: { store: DocumentStore }, referral: Referral): Promise<boolean> {
  const cards = await cardsOf({ store }, referral);
  return cards.some(
    (card) => card.copies.length > 0 || (card.delivery.state === 'waiting' && !notArrived(card)),
  );
}

/** What is listed already keeps its place in the list. */
async function note({ store, clock }: NoteDeps, organization: string, met: Met): Promise<void> {
  const draft = troubleDraft(organization, { ...met, at: clock.now().toISOString() });
  if (await store.read(troublePartition(organization), draft.id)) return;
  await store.create(draft);
}
