import type { Referral } from '../domain/referral.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Address, Content, Delivery, Messenger, PersonalWhy } from '../ports/messenger.ts';
import type { Organization, Organizations } from '../ports/organizations.ts';
import { askContent } from './asks.ts';
import { cardFactsOf } from './cardFacts.ts';
import { changeDocument } from './changeDocument.ts';
import { addressOf, type ContactRecord, contactDraft, withMissed } from './contactRecord.ts';
import { membershipOf } from './member.ts';
import { newsContent } from './newsContent.ts';
import { type Attempt, afterAttempt } from './noticeAttempt.ts';
import {
  type NoticeCopy,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from './noticeRecord.ts';
import { leaseAfter } from './outbox.ts';
import { actorName } from './people.ts';
import { whyTold } from './recipients.ts';
import { readReferralRecord } from './referral.read.ts';
import { hoursOf, nextWorkingMoment } from './workingTime.ts';

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
  const why =
    contact.body.kind === 'person' ? await whyTold(deps, organization, referral, contact.body) : undefined;
  if (notice.type === 'referral-card') {
    return showCard(deps, organization, notice, referral, address, { contact: contact.body, why });
  }
  if (notice.type === 'ask' || notice.type === 'asked') {
    const asked = await askContent(deps, notice, referral);
    if (!asked || (notice.type === 'ask' && !why)) {
      return nothing({ outcome: 'gone', reason: 'nobody asks any more' });
    }
    return show(deps, notice, address, asked.content, asked.revision);
  }
  if (notice.type === 'news') {
    const content = await newsContent(deps, organization, notice, referral, contact.body);
    if (!content) return nothing({ outcome: 'gone', reason: 'no news any more' });
    return posted(await followOrPost(deps, notice, address, content), notice.wanted);
  }
  if (!stillTrue(notice, referral, deps.clock.now(), why)) {
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
function stillTrue(
  notice: NoticeRecord,
  referral: Referral,
  now: Date,
  why: PersonalWhy | undefined,
): boolean {
  if (notice.type === 'handed') return why === 'handed' && notice.occasion === referral.handed?.at;
  if (notice.type === 'expired') return referral.stage === 'closed' && referral.outcome === 'expired';
  return referral.stage === 'received' && referral.expiresAt > now.toISOString();
}

async function showCard(
  deps: DeliverDeps,
  organization: Organization,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
  { contact, why }: { contact: ContactRecord; why: PersonalWhy | undefined },
): Promise<Attempt> {
  const entitled = contact.kind === 'channel' || why !== undefined;
  if (!entitled && notice.copies.length === 0) {
    return nothing({ outcome: 'gone', reason: 'no right to see it any more' });
  }
  const you = contact.kind === 'person' ? await membershipOf(deps, organization, contact) : undefined;
  const content: Content = {
    type: 'referral-card',
    referral,
    why: why ?? notice.why,
    ...(await cardFactsOf(deps, organization, referral, you)),
    // Who lost the right keeps a card that is true, without anybody's contact data.
    withContacts: entitled && address.kind === 'person',
  };
  return show(deps, notice, address, content, referral.revision);
}

/** Posts what was never posted, else edits what shows less than it should. */
async function show(
  deps: DeliverDeps,
  notice: NoticeRecord,
  address: Address,
  content: Content,
  revision: number,
): Promise<Attempt> {
  if (notice.copies.length === 0) return posted(await deps.messenger.post(address, content), revision);
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
  const activityId = await cardOf(deps, notice);
  if (!activityId) return { outcome: 'gone', reason: 'there is no card to follow' };
  if (notice.type === 'handed') {
    const byName = await actorName(deps, notice.organization, referral.handed?.by);
    return deps.messenger.follow(address, activityId, { type: 'handed', referral, byName });
  }
  const type = notice.type === 'expired' ? 'expired' : 'last-reminder';
  return deps.messenger.follow(address, activityId, { type, referral });
}

/** News stand alone where there is no card to follow; in a channel they belong to its thread. */
async function followOrPost(
  deps: DeliverDeps,
  notice: NoticeRecord,
  address: Address,
  content: Content,
): Promise<Delivery> {
  const activityId = await cardOf(deps, notice);
  if (activityId) return deps.messenger.follow(address, activityId, content);
  if (address.kind === 'channel') return { outcome: 'gone', reason: 'there is no card to follow' };
  return deps.messenger.post(address, content);
}

/** The newest copy of the deal's card in the same conversation. */
async function cardOf(deps: DeliverDeps, notice: NoticeRecord): Promise<string | undefined> {
  const card = await deps.store.read<NoticeRecord>(
    noticePartition(notice.organization, notice.referralId),
    noticeDocumentId('referral-card', notice.contactId),
  );
  return card?.body.copies.at(-1)?.activityId;
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
      const result = afterAttempt(document.body, made, latest?.referral);
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
