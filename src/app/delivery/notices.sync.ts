import { createNotice, newNotice } from '#app/notice/createNotice.ts';
import {
  dueAfterChange,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from '#app/notice/noticeRecord.ts';
import { recipientFor, recipientsOf } from '#app/notice/recipients.ts';
import { tellTeam } from '#app/notice/teamNotices.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { settleAccessRequests } from '#app/request/accessRequests.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { PersonalWhy } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Organization } from '#ports/organizations.ts';
import { withoutVainHolds } from './notice.hold.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { planReminders } from './reminder.plan.ts';

/**
 * Brings the notices of a referral up to its present revision: one card for everybody who should have one while it
 * is undecided (CR-51), and an edit for every card there is. Safe to repeat.
 */
export async function syncNotices(
  deps: NoticeDeps,
  organization: Organization,
  referral: Referral,
  onlyContact?: string,
): Promise<void> {
  const existing = await allDocuments<NoticeRecord>(deps.store, {
    partition: noticePartition(organization.id, referral.id),
    where: { type: 'referral-card' },
  });
  for (const { body } of existing) {
    if (!onlyContact || body.contactId === onlyContact)
      await want(deps, body, referral, Boolean(onlyContact));
  }
  if (!onlyContact) await settleAccessRequests(deps, organization, referral);
  await tellTeam(
    deps,
    organization,
    referral,
    existing.map(({ body }) => body),
    onlyContact,
  );
  if (referral.stage !== 'received' || referral.direction !== 'inbound') return;
  const told = new Set(existing.map(({ body }) => body.contactId));
  const recipients = onlyContact
    ? await recipientFor(deps, organization, referral, onlyContact)
    : await recipientsOf(deps, organization, referral);
  if (!onlyContact && recipients.length === 0) deps.onNobody(referral);
  const fresh = recipients.filter(({ contactId }) => !told.has(contactId));
  // Before the cards: when this is cut off here, who has no card yet is found again, and planning twice is harmless.
  await planReminders(deps, organization, referral, fresh);
  for (const recipient of fresh) await createNotice(deps, 'referral-card', referral, recipient);
}

/**
 * Says in every thread that the time ran out (CR-38, CR-54): one message after each card that was delivered.
 */
export async function tellExpired(
  deps: NoticeDeps,
  organization: Organization,
  referral: Referral,
): Promise<void> {
  const cards = await allDocuments<NoticeRecord>(deps.store, {
    partition: noticePartition(organization.id, referral.id),
    where: { type: 'referral-card', state: 'delivered' },
  });
  for (const { body } of cards) {
    await createNotice(deps, 'expired', referral, { contactId: body.contactId, why: body.why });
  }
}

/**
 * Takes up a card again whose delivery had ended because the bot was not there: what is posted is brought up to date,
 * what never was is posted while the referral is undecided.
 */
export async function reviveNotice(
  deps: Pick<NoticeDeps, 'store' | 'clock'>,
  input: { organization: string; referralId: string; contactId: string },
): Promise<void> {
  const record = await readReferralRecord(deps, input);
  if (record) await want(deps, input, record.referral, true);
}

/**
 * Makes a card that someone pressed one of the copies that are kept true, where it was not known before:
 * its first send was cut off, or the client shows it under another id. `why`: the person may see the deal for that
 * reason, so that a card of a deal that was opened or created counts too, of which nobody was told.
 */
export async function adoptCard(
  deps: Pick<NoticeDeps, 'store' | 'clock'>,
  input: {
    organization: string;
    referralId: string;
    contactId: string;
    activityId: string;
    why?: PersonalWhy | undefined;
  },
): Promise<void> {
  const { organization, referralId, why } = input;
  const partition = noticePartition(organization, referralId.toLowerCase());
  const id = noticeDocumentId('referral-card', input.contactId);
  const known = await deps.store.read<NoticeRecord>(partition, id);
  if (!known && !why) return;
  const isKnown = ({ copies }: NoticeRecord) =>
    copies.some(({ activityId }) => activityId === input.activityId);
  if (known && isKnown(known.body)) return reviveNotice(deps, input);
  // An edit would wipe what is being typed, so an undecided card is left as it is until something changes.
  const record = await readReferralRecord(deps, { organization, referralId });
  if (!record) return;
  const { referral } = record;
  const outdated = referral.stage !== 'received';
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    const present = document?.body ?? (why && newNotice(deps, 'referral-card', referral, input, why));
    if (!present || isKnown(present)) return { result: undefined };
    const { copies, wanted, delivery } = present;
    const copy = { activityId: input.activityId, shown: outdated ? 0 : wanted };
    const next: NoticeRecord = {
      ...present,
      copies: [...copies, copy],
      delivery: { ...delivery, state: 'delivered' },
    };
    const now = deps.clock.now().toISOString();
    return {
      draft: noticeDraft(next, document?.lease, dueAfterChange(document ?? {}, now)),
      result: undefined,
    };
  });
}

/** Has it decided anew whether a card that its recipient muted is to be sent: to one of them, or to all. */
export async function reviveSilenced(
  deps: Pick<NoticeDeps, 'store' | 'clock'>,
  referral: Referral,
  onlyContact?: string,
): Promise<void> {
  const held = await allDocuments<NoticeRecord>(deps.store, {
    partition: noticePartition(referral.organization, referral.id),
    where: { type: 'referral-card', state: 'silenced' },
  });
  for (const { body } of held) {
    if (!onlyContact || body.contactId === onlyContact) await want(deps, body, referral, true);
  }
}

/** Raises what a card should show; `reachable`: its recipient has just become so, or has just shown to be. */
async function want(
  deps: Pick<NoticeDeps, 'store' | 'clock'>,
  notice: { organization: string; contactId: string },
  referral: Referral,
  reachable: boolean,
): Promise<void> {
  const partition = noticePartition(notice.organization, referral.id);
  const id = noticeDocumentId('referral-card', notice.contactId);
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    if (!document) return { result: undefined };
    const delivery = deliveryAgain(document.body, referral, reachable);
    const news = document.body.wanted < referral.revision;
    if (!news && !(reachable && delivery)) return { result: undefined };
    const wanted = Math.max(document.body.wanted, referral.revision);
    const copies = withoutVainHolds(document.body.copies, referral);
    const record: NoticeRecord = { ...document.body, copies, wanted, ...(delivery && { delivery }) };
    const due = dueAfterChange(document, deps.clock.now().toISOString());
    return { draft: noticeDraft(record, document.lease, due), result: undefined };
  });
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
