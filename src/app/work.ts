import { decideReferral, type ReferralEvent } from '#domain/decide/decideReferral.ts';
import { withoutTold } from '#domain/engagement/notes.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organization } from '#ports/organizations.ts';
import { askAboutChannels, tellOfChannel } from './administration/channel.ask.ts';
import { workMember } from './administration/member.handover.ts';
import { workRoute } from './administration/route.prove.ts';
import { addressesOf, type ContactRecord, contactDraft } from './contact/contactRecord.ts';
import { catchUp } from './delivery/news.catchUp.ts';
import { type DeliverDeps, deliverNotice } from './delivery/notice.deliver.ts';
import type { NoticeDeps } from './delivery/noticeDeps.ts';
import { reviveNotice, syncNotices, tellExpired } from './delivery/notices.sync.ts';
import { sendReminder } from './delivery/reminder.send.ts';
import type { ReminderRecord } from './delivery/reminderRecord.ts';
import { tellParties } from './engagement/engagement.tell.ts';
import { openPairs } from './list/dealScope.ts';
import { type ReindexRecord, reindexDeals } from './list/deals.reindex.ts';
import type { MuteRecord } from './news/muteRecord.ts';
import { tellNews } from './news/news.tell.ts';
import type { NoticeRecord } from './notice/noticeRecord.ts';
import type { MemberRecord } from './organization/member.ts';
import type { RouteRecord } from './organization/routes.ts';
import { teamTerm } from './referral/dealIndex.ts';
import { type ReferralRecord, referralDraft, withEvents } from './referral/referralRecord.ts';
import { keepEntry } from './referral/timeline.ts';
import { type AccessRequestRecord, accessRequestDraft } from './request/accessRequestRecord.ts';
import { tellAccessRequest } from './request/accessRequests.ts';
import { allDocuments } from './store/allDocuments.ts';
import { changeDocument } from './store/changeDocument.ts';
import { dueEvents, failed, leaseAfter, type OutboxEvent } from './store/outbox.ts';
import type { WorkHandler } from './store/worker.ts';

export type WorkDeps = NoticeDeps &
  DeliverDeps & {
    newId: () => string;
    wake: () => void;
    onSetAside: (document: StoredDocument, reason: string) => void;
  };

/** What the worker does for each kind of document. */
export function workHandlers(deps: WorkDeps): Record<string, WorkHandler> {
  return {
    referral: (document) => workReferral(deps, document as StoredDocument<ReferralRecord>),
    person: (document) => workContact(deps, document as StoredDocument<ContactRecord>),
    channel: (document) => workContact(deps, document as StoredDocument<ContactRecord>),
    notice: (document) => deliverNotice(deps, document as StoredDocument<NoticeRecord>),
    member: (document) => workMember(deps, document as StoredDocument<MemberRecord>),
    route: (document) => workRoute(deps, document as StoredDocument<RouteRecord>),
    ask: (document) => workAsk(deps, document as StoredDocument<AccessRequestRecord>),
    reminder: (document) => sendReminder(deps, document as StoredDocument<ReminderRecord>),
    silence: (document) => catchUp(deps, document as StoredDocument<MuteRecord>),
    reindex: (document) => reindexDeals(deps, document as StoredDocument<ReindexRecord>),
  };
}

/** Expires what has run out (CR-38), then carries out the events of a referral in their order. */
async function workReferral(deps: WorkDeps, claimed: StoredDocument<ReferralRecord>): Promise<void> {
  await expire(deps, claimed);
  const present = await deps.store.read<ReferralRecord>(claimed.partition, claimed.id);
  if (!present) return;
  const { referral, outbox } = present.body;
  const organization = deps.organizations.byId(referral.organization);
  const results = await carryOut(deps, present, outbox, async (event) => {
    // An organization that left the configuration has nobody to tell.
    if (!organization) return;
    await effectOf(deps, organization, referral, event);
  });
  const told = outbox.some(({ id, type }) => type === 'engagement.tell' && isDone(results, id));
  await changeDocument<ReferralRecord, void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const { body, lease } = document;
    // Notes to all are kept until each party has them; what was added since waits for the next time.
    const kept = told ? withoutTold(body.referral, referral) : body.referral;
    const next = { ...body, referral: kept, outbox: without(body.outbox, results) };
    return { draft: referralDraft(next, leaseAfter(lease, claimed.lease)), result: undefined };
  });
  deps.wake();
}

async function effectOf(
  deps: WorkDeps,
  organization: Organization,
  referral: Referral,
  event: ReferralEvent,
): Promise<void> {
  switch (event.type) {
    case 'referral.changed':
      await syncNotices(deps, organization, referral);
      if (referral.stage === 'received') await askAboutChannels(deps, organization);
      return;
    case 'referral.expired':
      return tellExpired(deps, organization, referral);
    case 'engagement.tell':
      return tellParties(deps, organization, referral);
    case 'news.tell':
      return tellNews(deps, organization, referral, event);
    case 'timeline.add':
      return keepEntry(deps, referral, event.entry);
    default:
      return event satisfies never;
  }
}

async function expire(deps: WorkDeps, claimed: StoredDocument<ReferralRecord>): Promise<void> {
  const commandId = deps.newId();
  await changeDocument<ReferralRecord, void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const now = deps.clock.now();
    const decision = decideReferral(document.body.referral, {
      type: 'referral.expire',
      at: now.toISOString(),
    });
    if (!decision.ok) return { result: undefined };
    const next = withEvents({ ...document.body, referral: decision.state }, decision.events, now, {
      id: commandId,
      remember: false,
    });
    return { draft: referralDraft(next, document.lease), result: undefined };
  });
}

/** Brings somebody who became reachable what was missed, and the cards of everything undecided. */
async function workContact(deps: WorkDeps, claimed: StoredDocument<ContactRecord>): Promise<void> {
  const organization = deps.organizations.byId(claimed.partition);
  const { missed = [] } = claimed.body;
  const results = await carryOut(deps, claimed, claimed.body.outbox, async (event) => {
    if (!organization) return;
    if (event.type === 'channel.ask') return tellOfChannel(deps, claimed, event);
    for (const referralId of missed) {
      await reviveNotice(deps, { organization: organization.id, referralId, contactId: claimed.id });
    }
    const undecided = await allDocuments<ReferralRecord>(deps.store, {
      partition: organization.id,
      kind: 'referral',
      where: { stage: 'received', direction: 'inbound' },
      orderBy: { field: 'created', direction: 'ascending' },
    });
    for (const { body } of undecided) await syncNotices(deps, organization, body.referral, claimed.id);
    for (const referral of await dealsInHandOf(deps, claimed)) {
      await syncNotices(deps, organization, referral, claimed.id);
    }
  });
  const madeUp = claimed.body.outbox.some(
    ({ id, type }) => type === 'recipient.added' && isDone(results, id),
  );
  await changeDocument<ContactRecord, void>(deps, claimed.partition, claimed.id, (document) => ({
    draft:
      document &&
      contactDraft(
        claimed.partition,
        {
          ...document.body,
          outbox: without(document.body.outbox, results),
          missed: madeUp ? document.body.missed?.filter((id) => !missed.includes(id)) : document.body.missed,
        },
        leaseAfter(document.lease, claimed.lease),
      ),
    result: undefined,
  }));
  deps.wake();
}

/** The accepted deals that somebody has in hand, which may have been handed over before the bot was there. */
async function dealsInHandOf(
  { store }: WorkDeps,
  { partition, body }: StoredDocument<ContactRecord>,
): Promise<Referral[]> {
  if (body.kind !== 'person') return [];
  const found: Referral[] = [];
  for (const address of addressesOf(body.profile)) {
    const deals = await allDocuments<ReferralRecord>(store, {
      partition,
      kind: 'referral',
      where: { stage: 'accepted' },
      terms: [openPairs.map((shelf) => teamTerm(shelf, address))],
    });
    found.push(...deals.map((deal) => deal.body.referral).filter(({ holder }) => holder === address));
  }
  return found;
}

/** Tells who may grant a request, and how it ended. */
async function workAsk(deps: WorkDeps, claimed: StoredDocument<AccessRequestRecord>): Promise<void> {
  const organization = deps.organizations.byId(claimed.body.organization);
  const results = await carryOut(deps, claimed, claimed.body.outbox, async () => {
    if (organization) await tellAccessRequest(deps, organization, claimed.body);
  });
  await changeDocument<AccessRequestRecord, void>(deps, claimed.partition, claimed.id, (document) => ({
    draft:
      document &&
      accessRequestDraft(
        { ...document.body, outbox: without(document.body.outbox, results) },
        leaseAfter(document.lease, claimed.lease),
      ),
    result: undefined,
  }));
  deps.wake();
}

/** Ids of the events that are done (`undefined`) or failed once more (the event as it is now). */
type Results<E extends OutboxEvent> = Map<string, E | undefined>;

async function carryOut<E extends OutboxEvent>(
  deps: WorkDeps,
  document: StoredDocument,
  outbox: readonly E[],
  effect: (event: E) => Promise<void>,
): Promise<Results<E>> {
  const results: Results<E> = new Map();
  for (const event of dueEvents(outbox, deps.clock.now())) {
    try {
      await effect(event);
      results.set(event.id, undefined);
    } catch (error) {
      const next = failed(event, deps.clock.now(), String(error), error instanceof UnavailableError);
      results.set(event.id, next);
      if (next.setAside) deps.onSetAside(document, `${next.type}: ${next.setAside}`);
    }
  }
  return results;
}

/** Whether an event was carried out. */
function isDone(results: ReadonlyMap<string, unknown>, id: string): boolean {
  return results.has(id) && results.get(id) === undefined;
}

/** Only the events that were carried out here go; what was added meanwhile stays. */
function without<E extends OutboxEvent>(outbox: readonly E[], results: Results<E>): E[] {
  return outbox.flatMap((event) => {
    if (!results.has(event.id)) return [event];
    const next = results.get(event.id);
    return next ? [next] : [];
  });
}
