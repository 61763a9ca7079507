import type { Referral } from '../domain/referral.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Address, Content, Delivery, Messenger } from '../ports/messenger.ts';
import type { Organizations } from '../ports/organizations.ts';
import { changeDocument } from './changeDocument.ts';
import { addressOf, type ContactRecord } from './contactRecord.ts';
import { type NoticeRecord, noticeDocumentId, noticeDraft } from './noticeRecord.ts';
import { backoff } from './outbox.ts';
import { deciderName } from './people.ts';
import { readReferralRecord } from './referral.read.ts';
import { hoursOf, nextWorkingMoment } from './workingTime.ts';

const ATTEMPTS = 12;

export interface DeliverDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
  messenger: Messenger;
  organizations: Organizations;
  /** Called when something falls due after that many milliseconds. */
  wakeIn: (milliseconds: number) => void;
}

/**
 * Sends or edits what a notice stands for and writes down how it ended. After every send or edit the referral is
 * read again: while the card shows less than it should, the notice stays due, so that a card in flight during a
 * decision is set right.
 */
export async function deliverNotice(
  deps: DeliverDeps,
  document: StoredDocument<NoticeRecord>,
): Promise<void> {
  const notice = document.body;
  const [record, contact] = await Promise.all([
    readReferralRecord(deps, { organization: notice.organization, referralId: notice.referralId }),
    deps.store.read<ContactRecord>(notice.organization, notice.contactId),
  ]);
  const address = contact && addressOf(contact.body);
  if (!record) return settle(deps, document, { outcome: 'gone', reason: 'referral is gone' }, 0);
  if (!address) return settle(deps, document, { outcome: 'blocked', reason: 'not installed there' }, 0);
  const { referral } = record;
  if (notice.type === 'last-reminder') {
    if (referral.stage !== 'received') {
      return settle(deps, document, { outcome: 'gone', reason: 'decided meanwhile' }, 0);
    }
    const wait = untilWork(deps, notice, address);
    if (wait > 0)
      return settle(
        deps,
        document,
        { outcome: 'later', after: wait, counts: false, reason: 'outside working hours' },
        0,
      );
  }
  const deliveries =
    notice.type === 'referral-card'
      ? await showCard(deps, notice, referral, address)
      : [await follow(deps, notice, referral, address)];
  for (const delivery of deliveries) await settle(deps, document, delivery, referral.revision);
}

function untilWork(deps: DeliverDeps, notice: NoticeRecord, address: Address): number {
  const organization = deps.organizations.byId(notice.organization);
  if (!organization) return 0;
  const now = deps.clock.now().toISOString();
  const next = nextWorkingMoment(deps.calendar, now, hoursOf(organization, address.timeZone));
  return Date.parse(next) - Date.parse(now);
}

async function showCard(
  deps: DeliverDeps,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
): Promise<Delivery[]> {
  const name = await deciderName(deps, referral);
  const content: Content = { type: 'referral-card', referral, why: notice.why, deciderName: name };
  if (notice.activityIds.length === 0) return [await deps.messenger.post(address, content)];
  const deliveries: Delivery[] = [];
  for (const activityId of notice.activityIds)
    deliveries.push(await deps.messenger.edit(address, activityId, content));
  const worst =
    deliveries.find(({ outcome }) => outcome === 'later') ??
    deliveries.find(({ outcome }) => outcome !== 'gone');
  return [worst ?? { outcome: 'gone', reason: 'every copy was deleted' }];
}

async function follow(
  deps: DeliverDeps,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
): Promise<Delivery> {
  const card = await deps.store.read<NoticeRecord>(
    `${notice.organization}/notices/${notice.referralId}`,
    noticeDocumentId('referral-card', notice.contactId),
  );
  const activityId = card?.body.activityIds.at(-1);
  if (!activityId) return { outcome: 'gone', reason: 'there is no card to follow' };
  const type = notice.type === 'expired' ? 'expired' : 'last-reminder';
  return deps.messenger.follow(address, activityId, { type, referral });
}

async function settle(
  deps: DeliverDeps,
  claimed: StoredDocument<NoticeRecord>,
  delivery: Delivery,
  shown: number,
): Promise<void> {
  const latest = await readReferralRecord(deps, {
    organization: claimed.body.organization,
    referralId: claimed.body.referralId,
  });
  const now = deps.clock.now();
  const wait = await changeDocument<NoticeRecord, number>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: 0 };
    const lease = document.lease?.owner === claimed.lease?.owner ? undefined : document.lease;
    const { record, wait } = after(document.body, delivery, shown, latest?.referral.revision ?? 0);
    const notBefore = new Date(now.getTime() + wait).toISOString();
    return { draft: noticeDraft(record, lease, notBefore), result: wait };
  });
  if (wait > 0) deps.wakeIn(wait);
}

function after(
  notice: NoticeRecord,
  delivery: Delivery,
  shown: number,
  latestRevision: number,
): { record: NoticeRecord; wait: number } {
  const { activityIds } = notice;
  switch (delivery.outcome) {
    case 'sent': {
      const known = activityIds.includes(delivery.activityId);
      const record: NoticeRecord = {
        ...notice,
        delivery: { state: 'delivered', attempts: 0 },
        activityIds: known ? activityIds : [...activityIds, delivery.activityId],
        shown,
        // What follows a card is sent once and never edited.
        wanted: notice.type === 'referral-card' ? Math.max(notice.wanted, latestRevision) : shown,
      };
      return { record, wait: 0 };
    }
    case 'later': {
      const attempts = notice.delivery.attempts + (delivery.counts ? 1 : 0);
      const { reason } = delivery;
      if (attempts >= ATTEMPTS)
        return { record: { ...notice, delivery: { state: 'failed', attempts, reason } }, wait: 0 };
      return {
        record: { ...notice, delivery: { ...notice.delivery, attempts, reason } },
        wait: delivery.after ?? backoff(attempts),
      };
    }
    default:
      return {
        record: {
          ...notice,
          delivery: { state: delivery.outcome, attempts: notice.delivery.attempts, reason: delivery.reason },
        },
        wait: 0,
      };
  }
}
