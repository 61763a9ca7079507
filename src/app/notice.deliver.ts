import type { Referral } from '../domain/referral.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Address, Content, Delivery, Messenger } from '../ports/messenger.ts';
import type { Organizations } from '../ports/organizations.ts';
import { changeDocument } from './changeDocument.ts';
import { addressOf, type ContactRecord, contactDraft, withMissed } from './contactRecord.ts';
import { type NoticeRecord, noticeDocumentId, noticeDraft } from './noticeRecord.ts';
import { backoff } from './outbox.ts';
import { deciderName } from './people.ts';
import { whyTold } from './recipients.ts';
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
  const { delivery, shown } = await attempt(deps, notice);
  await settle(deps, document, delivery, shown);
  if (delivery.outcome === 'blocked') await rememberMissed(deps, notice);
}

/** What came of it, and the revision that the copies show if it was sent. */
interface Attempt {
  delivery: Delivery;
  shown: number;
}

async function attempt(deps: DeliverDeps, notice: NoticeRecord): Promise<Attempt> {
  const nothing = (delivery: Delivery): Attempt => ({ delivery, shown: 0 });
  const [record, contact] = await Promise.all([
    readReferralRecord(deps, { organization: notice.organization, referralId: notice.referralId }),
    deps.store.read<ContactRecord>(notice.organization, notice.contactId),
  ]);
  const address = contact && addressOf(contact.body);
  const organization = deps.organizations.byId(notice.organization);
  if (!record || !organization) return nothing({ outcome: 'gone', reason: 'referral is gone' });
  if (!address) return nothing({ outcome: 'blocked', reason: 'not installed there' });
  const { referral } = record;
  const shown = referral.revision;
  if (notice.type === 'referral-card') {
    const entitled =
      contact.body.kind === 'channel' || Boolean(await whyTold(deps, organization, referral, contact.body));
    return { delivery: await showCard(deps, notice, referral, address, entitled), shown };
  }
  if (notice.type === 'last-reminder') {
    if (referral.stage !== 'received') return nothing({ outcome: 'gone', reason: 'decided meanwhile' });
    const now = deps.clock.now().toISOString();
    const next = nextWorkingMoment(deps.calendar, now, hoursOf(organization, address.timeZone));
    const after = Date.parse(next) - Date.parse(now);
    const reason = 'outside working hours';
    if (after > 0) return nothing({ outcome: 'later', after, counts: false, reason });
  }
  return { delivery: await follow(deps, notice, referral, address), shown };
}

async function showCard(
  deps: DeliverDeps,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
  entitled: boolean,
): Promise<Delivery> {
  const { activityIds, why } = notice;
  if (!entitled && activityIds.length === 0)
    return { outcome: 'gone', reason: 'no right to see it any more' };
  const content: Content = {
    type: 'referral-card',
    referral,
    why,
    deciderName: await deciderName(deps, referral),
    // Who lost the right keeps a card that is true, without anybody's contact data.
    withContacts: entitled && address.kind === 'person',
  };
  if (activityIds.length === 0) return deps.messenger.post(address, content);
  const deliveries: Delivery[] = [];
  for (const activityId of activityIds) {
    deliveries.push(await deps.messenger.edit(address, activityId, content));
  }
  // One copy that must be tried again keeps all due; one that was deleted does not end the others.
  const later = deliveries.find(({ outcome }) => outcome === 'later');
  const present = deliveries.find(({ outcome }) => outcome !== 'gone');
  return later ?? present ?? { outcome: 'gone', reason: 'every copy was deleted' };
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

/** What somebody missed because the bot was not there is made up when it is there again. */
async function rememberMissed(deps: DeliverDeps, notice: NoticeRecord): Promise<void> {
  const { organization, contactId, referralId } = notice;
  if (notice.type !== 'referral-card') return;
  await changeDocument<ContactRecord, void>(deps, organization, contactId, (document) => ({
    draft: document && contactDraft(organization, withMissed(document.body, referralId), document.lease),
    result: undefined,
  }));
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
