import type { Referral } from '../domain/referral.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Organization } from '../ports/organizations.ts';
import { changeDocument } from './changeDocument.ts';
import { createNotice } from './createNotice.ts';
import { type NoticeRecord, noticeDocumentId, noticeDraft, noticePartition } from './noticeRecord.ts';
import { allDocuments, recipientsOf } from './recipients.ts';
import { readReferralRecord } from './referral.read.ts';
import { planReminders } from './reminder.plan.ts';

export interface NoticeDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
  /** Hours after receipt at which an undecided referral is brought up again (CR-54). */
  reminderHours: readonly number[];
  /** Called when an undecided referral has nobody who can be told: it waits for the first who installs the bot. */
  onNobody: (referral: Referral) => void;
}

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
  if (!onlyContact) {
    for (const { partition, id } of existing) await want(deps, partition, id, referral.revision);
  }
  if (referral.stage !== 'received' || referral.direction !== 'inbound') return;
  const told = new Set(existing.map(({ body }) => body.contactId));
  const recipients = await recipientsOf(deps, organization, referral);
  if (recipients.length === 0) deps.onNobody(referral);
  const fresh = recipients.filter(
    ({ contactId }) => !told.has(contactId) && (!onlyContact || contactId === onlyContact),
  );
  for (const recipient of fresh) await createNotice(deps, 'referral-card', referral, recipient);
  await planReminders(deps, organization, referral, recipients, fresh);
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
  if (!record) return;
  const { referral } = record;
  const partition = noticePartition(input.organization, referral.id);
  const id = noticeDocumentId('referral-card', input.contactId);
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    const ended = document?.body.delivery.state === 'blocked' || document?.body.delivery.state === 'failed';
    if (!document || !ended) return { result: undefined };
    const posted = document.body.activityIds.length > 0;
    if (!posted && referral.stage !== 'received') return { result: undefined };
    const state = posted ? ('delivered' as const) : ('waiting' as const);
    const next = { ...document.body, delivery: { state, attempts: 0 }, wanted: referral.revision };
    return { draft: noticeDraft(next, document.lease, deps.clock.now().toISOString()), result: undefined };
  });
}

/**
 * Makes a card that someone pressed one of the copies that are kept true, where it was not known before:
 * its first send was cut off, or the client shows it under another id.
 */
export async function adoptCard(
  deps: Pick<NoticeDeps, 'store' | 'clock'>,
  input: { organization: string; referralId: string; contactId: string; activityId: string },
): Promise<void> {
  const { organization, referralId } = input;
  const partition = noticePartition(organization, referralId.toLowerCase());
  const id = noticeDocumentId('referral-card', input.contactId);
  const known = await deps.store.read<NoticeRecord>(partition, id);
  if (!known) return;
  if (known.body.activityIds.includes(input.activityId)) return reviveNotice(deps, input);
  // An edit would wipe what is being typed, so an undecided card is left as it is until something changes.
  const record = await readReferralRecord(deps, { organization, referralId });
  const outdated = record?.referral.stage !== 'received';
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    if (!document || document.body.activityIds.includes(input.activityId)) return { result: undefined };
    const record: NoticeRecord = {
      ...document.body,
      activityIds: [...document.body.activityIds, input.activityId],
      shown: outdated ? 0 : document.body.shown,
      delivery: { ...document.body.delivery, state: 'delivered' },
    };
    return { draft: noticeDraft(record, document.lease, deps.clock.now().toISOString()), result: undefined };
  });
}

async function want(deps: NoticeDeps, partition: string, id: string, revision: number): Promise<void> {
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    if (!document || document.body.wanted >= revision) return { result: undefined };
    const record: NoticeRecord = { ...document.body, wanted: revision };
    return { draft: noticeDraft(record, document.lease, deps.clock.now().toISOString()), result: undefined };
  });
}
