import { addressOf, type ContactRecord, contactDraft, withMissed } from '#app/contact/contactRecord.ts';
import { shownMute } from '#app/news/muteRecord.ts';
import { newsContent } from '#app/news/newsContent.ts';
import { cardFactsOf } from '#app/notice/cardFacts.ts';
import { type Attempt, afterAttempt } from '#app/notice/noticeAttempt.ts';
import { type NoticeCopy, type NoticeRecord, noticeDraft } from '#app/notice/noticeRecord.ts';
import { mayBeEdited } from '#app/notice/postedMessages.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { absentColleague } from '#app/notice/standingIn.ts';
import { hoursOf, nextWorkingMoment } from '#app/notice/workingTime.ts';
import { membershipOf } from '#app/organization/member.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { accessRequestContent } from '#app/request/accessRequests.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import type { PersonalWhy } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { outward } from '#domain/referral/standing.ts';
import { ownStep, pendingOf } from '#domain/referral/undoable.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import { NOT_INSTALLED } from './notArrived.ts';
import { nothing, pointless, posted, show } from './noticeCopies.ts';
import { follow, followOrPost, postForwarded, stillTrue } from './noticeFollow.ts';
import { gateOf, HELD, heardByOthers } from './noticeGate.ts';
import { noteNotArrived, noteUnheard } from './troubleNotes.ts';
import { writtenDown } from './writtenDown.ts';

const SOON = 1_000;

export interface DeliverDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
  messenger: Messenger;
  organizations: Organizations;
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
  const doubted = made.delivery.outcome === 'later' && made.delivery.doubt !== undefined;
  if (doubted || made.delivery.outcome === 'blocked') await rememberMissed(deps, notice);
  const isOut = made.shown.length > 0 || made.delivery.outcome === 'sent';
  if (isOut) await writtenDown(deps.clock, () => settle(deps, document, made));
  else await settle(deps, document, made);
}

async function attempt(deps: DeliverDeps, notice: NoticeRecord): Promise<Attempt> {
  const [record, contact] = await Promise.all([
    readReferralRecord(deps, { organization: notice.organization, referralId: notice.referralId }),
    deps.store.read<'person' | 'channel'>(notice.organization, notice.contactId),
  ]);
  const organization = deps.organizations.byId(notice.organization);
  const address = contact && addressOf(contact.body, organization);
  if (!record || !organization) return pointless('referral is gone');
  if (!address) return nothing({ outcome: 'blocked', reason: NOT_INSTALLED });
  const { referral } = record;
  const why =
    contact.body.kind === 'person' ? await whyTold(deps, organization, referral, contact.body) : undefined;
  if (notice.type === 'referral-card') {
    return showCard(deps, organization, notice, referral, address, { contact: contact.body, why });
  }
  if (notice.type === 'ask' || notice.type === 'asked') {
    const asked = await accessRequestContent(deps, notice, referral);
    if (!asked || (notice.type === 'ask' && !why)) {
      return pointless('nobody asks any more');
    }
    return show({ ...deps, mayBeEdited: () => true }, notice, address, asked);
  }
  if (notice.type === 'news') {
    const content = await newsContent(deps, organization, notice, referral, contact.body);
    if (!content) return pointless('no news any more');
    const reminds = content.news.every(({ kind }) => kind === 'reminded' || kind === 'unanswered');
    const later = reminds && untilWork(deps, organization, address);
    if (later) return nothing(later);
    const gate = await gateOf(deps, organization, notice, referral, contact.body);
    if (gate === 'held') return nothing(HELD);
    const told = { ...content, despite: gate === 'despite' };
    return posted(await followOrPost(deps, notice, address, told), notice.wanted);
  }
  if (notice.type === 'forwarded') {
    if (!why) return pointless('no right to see it any more');
    return posted(await postForwarded(deps, notice, referral, address), notice.wanted);
  }
  const pending = pendingOf(referral);
  // Whether there is still something to say is known in a moment.
  if (pending && stillTrue(notice, outward(referral), deps.clock.now().toISOString(), why)) {
    return nothing(afterwards(deps, pending.until));
  }
  if (!stillTrue(notice, referral, deps.clock.now().toISOString(), why)) {
    return pointless('decided meanwhile');
  }
  if (notice.type === 'last-reminder') {
    const later = untilWork(deps, organization, address);
    if (later) return nothing(later);
  }
  if ((await gateOf(deps, organization, notice, referral, contact.body)) === 'held') return nothing(HELD);
  return posted(await follow(deps, notice, referral, address), notice.wanted);
}

/** What only reminds waits for the recipient's working hours (CR-54). */
function untilWork(
  deps: DeliverDeps,
  organization: Organization,
  { timeZone }: Address,
): Delivery | undefined {
  const now = deps.clock.now().toISOString();
  const next = nextWorkingMoment(deps.calendar, now, hoursOf(organization, timeZone));
  const after = Date.parse(next) - Date.parse(now);
  const reason = 'outside working hours';
  return after > 0 ? { outcome: 'later', after, counts: false, reason } : undefined;
}

/** Just after a decision may have been taken back. */
function afterwards({ clock }: DeliverDeps, until: Instant): Delivery {
  const after = Math.max(Date.parse(until) - clock.now().getTime(), SOON);
  return { outcome: 'later', after, counts: false, reason: 'not final yet' };
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
    return pointless('no right to see it any more');
  }
  const fresh = notice.copies.length === 0 && why !== 'handed';
  const gate = fresh ? await gateOf(deps, organization, notice, referral, contact) : 'open';
  if (gate === 'held') return nothing(HELD);
  const absent =
    contact.kind === 'person' && why
      ? await absentColleague(deps, organization, referral, contact, notice.why)
      : undefined;
  const you = contact.kind === 'person' ? await membershipOf(deps, organization, contact) : undefined;
  const content: Content = {
    type: 'referral-card',
    referral,
    why: absent ? 'deputy' : (why ?? notice.why),
    absent,
    ...(await cardFactsOf(deps, organization, referral, you)),
    mute: contact.kind === 'person' ? await shownMute(deps, contact.personId, referral) : undefined,
    despite: gate === 'despite',
    undo: contact.kind === 'person' ? ownStep(referral, contact.personId) : undefined,
    // Who lost the right keeps a card that is true, without anybody's contact data.
    withContacts: entitled && address.kind === 'person',
  };
  // What is being typed is no reason to leave contact data with somebody who lost the right to it.
  const unlessTyped = (copy: NoticeCopy) => !entitled || mayBeEdited(copy, referral, deps.clock.now());
  const folded: Content = { type: 'folded', referral };
  const shown = { content, folded, revision: referral.revision };
  return show({ ...deps, mayBeEdited: unlessTyped }, notice, address, shown);
}

async function settle(
  deps: DeliverDeps,
  claimed: StoredDocument<NoticeRecord>,
  made: Attempt,
): Promise<void> {
  const { organization, referralId } = claimed.body;
  const latest = await readReferralRecord(deps, { organization, referralId });
  const now = deps.clock.now();
  // First: when it is cut off between the two, the notice is still open and comes here again.
  await noteNotArrived(deps, afterAttempt(claimed.body, made, latest?.referral).record);
  const { record } = await changeDocument<'notice', { record: NoticeRecord; wait: number }>(
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
  if (record.delivery.state === 'failed') deps.onFailed(record);
  if (!latest) return;
  await heardByOthers(deps, record, latest.referral);
  await noteUnheard(deps, record, latest.referral);
}

/** What somebody missed because the bot was not there is made up when it is there again. */
async function rememberMissed(deps: DeliverDeps, notice: NoticeRecord): Promise<void> {
  const { organization, contactId, referralId } = notice;
  if (notice.type !== 'referral-card') return;
  await changeDocument<'person' | 'channel', void>(deps, organization, contactId, (document) => ({
    draft: document && contactDraft(organization, withMissed(document.body, referralId), document.lease),
    result: undefined,
  }));
}
