import type { Referral } from '../domain/referral.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Address, Content, Delivery, Messenger } from '../ports/messenger.ts';
import type { Organizations } from '../ports/organizations.ts';
import { changeDocument } from './changeDocument.ts';
import { addressOf, type ContactRecord, contactDraft, withMissed } from './contactRecord.ts';
import {
  type NoticeCopy,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from './noticeRecord.ts';
import { backoff, leaseAfter } from './outbox.ts';
import { deciderName } from './people.ts';
import { whyTold } from './recipients.ts';
import { readReferralRecord } from './referral.read.ts';
import { hoursOf, nextWorkingMoment } from './workingTime.ts';

/** About a day, five minutes apart after the first few. */
const MOST_ATTEMPTS = 300;

export interface DeliverDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
  messenger: Messenger;
  organizations: Organizations;
  /** Called when something falls due after that many milliseconds. */
  wakeIn: (milliseconds: number) => void;
  /** Called when a notice is given up; the administrator must look at it. */
  onFailed: (notice: NoticeRecord) => void;
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
  const made = await attempt(deps, notice);
  // First: when it is cut off between the two, the notice is still open and comes here again.
  if (made.delivery.outcome === 'blocked') await rememberMissed(deps, notice);
  await settle(deps, document, made);
}

/** How it ended, with the copies that show another revision now and those that are no longer there. */
interface Attempt {
  delivery: Delivery;
  shown: NoticeCopy[];
  deleted: string[];
}

const nothing = (delivery: Delivery): Attempt => ({ delivery, shown: [], deleted: [] });

async function attempt(deps: DeliverDeps, notice: NoticeRecord): Promise<Attempt> {
  const [record, contact] = await Promise.all([
    readReferralRecord(deps, { organization: notice.organization, referralId: notice.referralId }),
    deps.store.read<ContactRecord>(notice.organization, notice.contactId),
  ]);
  const address = contact && addressOf(contact.body);
  const organization = deps.organizations.byId(notice.organization);
  if (!record || !organization) return nothing({ outcome: 'gone', reason: 'referral is gone' });
  if (!address) return nothing({ outcome: 'blocked', reason: 'not installed there' });
  const { referral } = record;
  if (notice.type === 'referral-card') {
    const entitled =
      contact.body.kind === 'channel' || Boolean(await whyTold(deps, organization, referral, contact.body));
    return showCard(deps, notice, referral, address, entitled);
  }
  if (!stillTrue(notice, referral, deps.clock.now())) {
    return nothing({ outcome: 'gone', reason: 'decided meanwhile' });
  }
  if (notice.type === 'last-reminder') {
    const now = deps.clock.now().toISOString();
    const next = nextWorkingMoment(deps.calendar, now, hoursOf(organization, address.timeZone));
    const after = Date.parse(next) - Date.parse(now);
    const reason = 'outside working hours';
    if (after > 0) return nothing({ outcome: 'later', after, counts: false, reason });
  }
  return posted(await follow(deps, notice, referral, address), notice.wanted);
}

function posted(delivery: Delivery, shown: number): Attempt {
  const copies = delivery.outcome === 'sent' ? [{ activityId: delivery.activityId, shown }] : [];
  return { delivery, shown: copies, deleted: [] };
}

/** Whether what follows a card still says how things are: an expiry may yield to a decision that is reported later. */
function stillTrue(notice: NoticeRecord, referral: Referral, now: Date): boolean {
  if (notice.type === 'expired') return referral.stage === 'closed' && referral.outcome === 'expired';
  return referral.stage === 'received' && referral.expiresAt > now.toISOString();
}

async function showCard(
  deps: DeliverDeps,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
  entitled: boolean,
): Promise<Attempt> {
  const { copies, why } = notice;
  if (!entitled && copies.length === 0) {
    return nothing({ outcome: 'gone', reason: 'no right to see it any more' });
  }
  const content: Content = {
    type: 'referral-card',
    referral,
    why,
    deciderName: await deciderName(deps, referral),
    // Who lost the right keeps a card that is true, without anybody's contact data.
    withContacts: entitled && address.kind === 'person',
  };
  const { revision } = referral;
  if (copies.length === 0) return posted(await deps.messenger.post(address, content), revision);
  return editCopies(deps, notice, address, content, revision);
}

/** Each copy that shows too little, on its own: one that cannot be edited does not end the others. */
async function editCopies(
  deps: DeliverDeps,
  { copies, wanted }: NoticeRecord,
  address: Address,
  content: Content,
  revision: number,
): Promise<Attempt> {
  const shown: NoticeCopy[] = [];
  const lost: string[] = [];
  let waiting: Delivery | undefined;
  let end: Delivery = { outcome: 'gone', reason: 'every copy was deleted' };
  for (const { activityId } of copies.filter((copy) => copy.shown < Math.max(wanted, revision))) {
    const delivery = await deps.messenger.edit(address, activityId, content);
    if (delivery.outcome === 'sent') shown.push({ activityId, shown: revision });
    else if (delivery.outcome === 'later') waiting = delivery;
    else lost.push(activityId);
    if (delivery.outcome === 'blocked' || delivery.outcome === 'failed') end = delivery;
    // A rate limit holds for the rest as well; the next attempt goes on where this one stopped.
    if (delivery.outcome === 'later' && !delivery.counts) break;
  }
  if (waiting) return { delivery: waiting, shown, deleted: [] };
  if (lost.length < copies.length) {
    const sent: Delivery = { outcome: 'sent', activityId: shown.at(-1)?.activityId ?? '' };
    return { delivery: sent, shown, deleted: lost };
  }
  // What was only blocked is kept: it can be taken up again.
  return { delivery: end, shown, deleted: end.outcome === 'gone' ? lost : [] };
}

async function follow(
  deps: DeliverDeps,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
): Promise<Delivery> {
  const card = await deps.store.read<NoticeRecord>(
    noticePartition(notice.organization, notice.referralId),
    noticeDocumentId('referral-card', notice.contactId),
  );
  const activityId = card?.body.copies.at(-1)?.activityId;
  if (!activityId) return { outcome: 'gone', reason: 'there is no card to follow' };
  const type = notice.type === 'expired' ? 'expired' : 'last-reminder';
  return deps.messenger.follow(address, activityId, { type, referral });
}

async function settle(
  deps: DeliverDeps,
  claimed: StoredDocument<NoticeRecord>,
  made: Attempt,
): Promise<void> {
  const { organization, referralId } = claimed.body;
  const latest = await readReferralRecord(deps, { organization, referralId });
  const now = deps.clock.now();
  const { record, wait } = await changeDocument<NoticeRecord, { record: NoticeRecord; wait: number }>(
    deps,
    claimed.partition,
    claimed.id,
    (document) => {
      if (!document) return { result: { record: claimed.body, wait: 0 } };
      const lease = leaseAfter(document.lease, claimed.lease);
      const result = after(document.body, made, latest?.referral);
      const notBefore = new Date(now.getTime() + result.wait).toISOString();
      return { draft: noticeDraft(result.record, lease, notBefore), result };
    },
  );
  if (wait > 0) deps.wakeIn(wait);
  if (record.delivery.state === 'failed') deps.onFailed(record);
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
  { delivery, shown, deleted }: Attempt,
  referral: Referral | undefined,
): { record: NoticeRecord; wait: number } {
  const edited = new Map(shown.map((copy) => [copy.activityId, copy]));
  const kept = notice.copies.filter(({ activityId }) => !deleted.includes(activityId));
  const known = kept.map((copy) => edited.get(copy.activityId) ?? copy);
  const fresh = shown.filter(({ activityId }) => !known.some((copy) => copy.activityId === activityId));
  const copies = [...known, ...fresh];
  // The referral is read again after each send: a card that was in flight during a decision is due once more.
  const wanted =
    notice.type === 'referral-card' ? Math.max(notice.wanted, referral?.revision ?? 0) : notice.wanted;
  const record: NoticeRecord = { ...notice, copies, wanted };
  if (delivery.outcome === 'sent') {
    return { record: { ...record, delivery: { state: 'delivered', attempts: 0 } }, wait: 0 };
  }
  const { reason } = delivery;
  if (delivery.outcome !== 'later') {
    const { attempts } = notice.delivery;
    return { record: { ...record, delivery: { state: delivery.outcome, attempts, reason } }, wait: 0 };
  }
  const attempts = notice.delivery.attempts + (delivery.counts ? 1 : 0);
  // Nobody else would hear of an undecided referral whose card was never posted.
  const mustArrive = copies.length === 0 && referral?.stage === 'received';
  if (attempts >= MOST_ATTEMPTS && !mustArrive) {
    return { record: { ...record, delivery: { state: 'failed', attempts, reason } }, wait: 0 };
  }
  return {
    record: { ...record, delivery: { ...notice.delivery, attempts, reason } },
    wait: delivery.after ?? backoff(attempts),
  };
}
