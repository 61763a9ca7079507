import { readReferralRecord } from '#app/referral/referral.read.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import {
  dueAfterChange,
  type NoticeCopy,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from './noticeRecord.ts';

interface TargetDeps {
  store: DocumentStore;
  clock: Clock;
}

/**
 * Has every card of a deal that was posted or is to be posted show its present revision, or the card of `onlyContact`,
 * who has just become reachable. Gives back all that there are. Safe to repeat.
 */
export async function updatePosted(
  deps: TargetDeps,
  referral: Referral,
  onlyContact?: string,
): Promise<NoticeRecord[]> {
  const cards = await cardsOf(deps, referral);
  for (const card of cards) {
    if (onlyContact && card.contactId !== onlyContact) continue;
    await raiseTarget(deps, card, referral, { reachable: onlyContact !== undefined });
  }
  return cards;
}

/**
 * Takes up a card again whose delivery had ended because the bot was not there: what is posted is brought up to date,
 * what never was is posted while the referral is undecided.
 */
export async function reviveCard(
  deps: TargetDeps,
  card: { organization: string; referralId: string; contactId: string },
): Promise<void> {
  const record = await readReferralRecord(deps, card);
  if (record) await raiseTarget(deps, card, record.referral, { reachable: true });
}

/** Has it decided anew whether a card that its recipient muted is to be sent: to one of them, or to all. */
export async function reviveMuted(deps: TargetDeps, referral: Referral, onlyContact?: string): Promise<void> {
  for (const card of await cardsOf(deps, referral, 'silenced')) {
    if (onlyContact && card.contactId !== onlyContact) continue;
    await raiseTarget(deps, card, referral, { reachable: true });
  }
}

/** The cards of a deal, or those whose delivery is in one state. */
export async function cardsOf(
  { store }: { store: DocumentStore },
  { organization, id }: Pick<Referral, 'organization' | 'id'>,
  state?: NoticeRecord['delivery']['state'],
): Promise<NoticeRecord[]> {
  const documents = await allDocuments<'notice'>(store, {
    partition: noticePartition(organization, id),
    where: { type: 'referral-card', ...(state && { state }) },
  });
  return documents.map(({ body }) => body);
}

/** Raises what a card should show; `reachable`: its recipient has just become so, or has just shown to be. */
export async function raiseTarget(
  deps: TargetDeps,
  { organization, contactId }: { organization: string; contactId: string },
  referral: Referral,
  { reachable }: { reachable: boolean },
): Promise<void> {
  const partition = noticePartition(organization, referral.id);
  const id = noticeDocumentId('referral-card', contactId);
  await changeDocument<'notice', void>(deps, partition, id, (document) => {
    if (!document) return { result: undefined };
    const { body } = document;
    const delivery = deliveryAgain(body, referral, reachable);
    const raised = body.wanted < referral.revision;
    if (!raised && !(reachable && delivery)) return { result: undefined };
    const wanted = Math.max(body.wanted, referral.revision);
    const copies = withoutPastForms(body.copies, referral);
    const record: NoticeRecord = { ...body, copies, wanted, ...(delivery && { delivery }) };
    const due = dueAfterChange(document, deps.clock.now().toISOString());
    return { draft: noticeDraft(record, document.lease, due), result: undefined };
  });
}

/** The copies without the forms about a stage that is over: then nothing is to be waited for. */
function withoutPastForms(copies: readonly NoticeCopy[], { stage }: Referral): NoticeCopy[] {
  return copies.map(({ held, ...copy }) => (held?.stage === stage ? { ...copy, held } : copy));
}

/**
 * The delivery of a notice that gets another try, or undefined: a posted card that could not be edited for long must
 * not stay wrong for ever, and somebody may be responsible again for whom there was no way or no right before.
 */
function deliveryAgain(
  { delivery: { state }, copies }: NoticeRecord,
  referral: Referral,
  reachable: boolean,
): NoticeRecord['delivery'] | undefined {
  // A copy that is kept although it was said to be gone may be there all the same.
  const doubted = copies.length > 0 && state === 'gone';
  const again = state === 'failed' || doubted || (state === 'blocked' && reachable);
  if (copies.length > 0) return again ? { state: 'delivered', attempts: 0 } : undefined;
  // Whether it is still muted, or handed over by now, is seen when it is to be sent.
  if (state === 'silenced' && referral.stage !== 'closed') return { state: 'waiting', attempts: 0 };
  const missing = again || state === 'gone';
  return missing && referral.stage === 'received' ? { state: 'waiting', attempts: 0 } : undefined;
}
