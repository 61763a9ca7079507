import { tellParties } from '#app/engagement/engagement.tell.ts';
import { tellNews } from '#app/news/news.tell.ts';
import { updatePosted } from '#app/notice/targetRevision.ts';
import { askAboutChannels } from '#app/organization/channel.ask.ts';
import { type ReferralRecord, referralDraft, withEvents } from '#app/referral/referralRecord.ts';
import { keepEntry } from '#app/referral/timeline.ts';
import { settleAccessRequests } from '#app/request/accessRequests.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { carryOut, isDone, withoutDone } from '#app/store/outboxWork.ts';
import { decideReferral, type ReferralEvent } from '#domain/decide/decideReferral.ts';
import { withoutTold } from '#domain/engagement/notes.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { tellExpired, tellRecipients } from './recipients.tell.ts';

export type ReferralWorkDeps = NoticeDeps & {
  organizations: Organizations;
  newId: () => string;
  wake: () => void;
  onSetAside: (document: StoredDocument, reason: string) => void;
};

/** Expires what has run out (CR-38), then carries out the events of a referral in their order. */
export async function workReferral(
  deps: ReferralWorkDeps,
  claimed: StoredDocument<ReferralRecord>,
): Promise<void> {
  await expire(deps, claimed);
  const present = await deps.store.read<'referral'>(claimed.partition, claimed.id);
  if (!present) return;
  const { referral, outbox } = present.body;
  const organization = deps.organizations.byId(referral.organization);
  const results = await carryOut(deps, present, outbox, async (event) => {
    // An organization that left the configuration has nobody to tell.
    if (!organization) return;
    await effectOf(deps, organization, referral, event);
  });
  const told = outbox.some(({ id, type }) => type === 'engagement.tell' && isDone(results, id));
  await changeDocument<'referral', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const { body, lease } = document;
    // Notes to all are kept until each party has them; what was added since waits for the next time.
    const kept = told ? withoutTold(body.referral, referral) : body.referral;
    const next = { ...body, referral: kept, outbox: withoutDone(body.outbox, results) };
    return { draft: referralDraft(next, leaseAfter(lease, claimed.lease)), result: undefined };
  });
  deps.wake();
}

async function effectOf(
  deps: ReferralWorkDeps,
  organization: Organization,
  referral: Referral,
  event: ReferralEvent,
): Promise<void> {
  switch (event.type) {
    case 'referral.changed':
      await changed(deps, organization, referral);
      if (referral.stage === 'received') await askAboutChannels(deps, organization);
      return;
    case 'referral.expired':
      return tellExpired(deps, referral);
    case 'engagement.tell':
      return tellParties(deps, organization, referral);
    case 'news.tell':
      return tellNews(deps, organization, referral, event);
    case 'sync.send':
      // No organization is connected yet: what differs is entered by hand.
      return;
    case 'timeline.add':
      return keepEntry(deps, referral, event.entry);
    default:
      return event satisfies never;
  }
}

/** What was posted shows the change, and whoever should have a card by now gets one. */
async function changed(
  deps: ReferralWorkDeps,
  organization: Organization,
  referral: Referral,
): Promise<void> {
  const cards = await updatePosted(deps, referral);
  await settleAccessRequests(deps, organization, referral);
  await tellRecipients(deps, organization, referral, cards);
}

async function expire(deps: ReferralWorkDeps, claimed: StoredDocument<ReferralRecord>): Promise<void> {
  const commandId = deps.newId();
  await changeDocument<'referral', void>(deps, claimed.partition, claimed.id, (document) => {
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
