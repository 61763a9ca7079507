import { tellParties } from '#app/engagement/engagement.tell.ts';
import { askToCount } from '#app/figures/asking.ts';
import { tellNews } from '#app/news/news.tell.ts';
import { updatePosted } from '#app/notice/targetRevision.ts';
import { askAboutChannels } from '#app/organization/channel.ask.ts';
import { landingDue, withLanding } from '#app/referral/changeStamp.ts';
import { type ReferralRecord, referralDraft, withEvents } from '#app/referral/referralRecord.ts';
import { ranOut } from '#app/referral/runOut.ts';
import { keepEntry } from '#app/referral/timeline.ts';
import { settleAccessRequests } from '#app/request/accessRequests.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { carryOut, isDone, type OnSetAside, withoutDone } from '#app/store/outboxWork.ts';
import { askToSend } from '#app/sync/sending/sendingRecord.ts';
import type { ReferralEvent } from '#domain/decide/decideReferral.ts';
import { withoutTold } from '#domain/engagement/notes.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { Connections } from '#ports/partnerCenterApi.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { tellExpired, tellRecipients } from './recipients.tell.ts';
import { escalateReferral, withEscalation } from './referral.escalate.ts';

export type ReferralWorkDeps = NoticeDeps & {
  organizations: Organizations;
  connections: Pick<Connections, 'modeOf'>;
  newId: () => string;
  /** Milliseconds for which news of a deal wait for more of it. */
  newsWait: number;
  wake: () => void;
  onSetAside: OnSetAside;
};

/**
 * Ends what has run out (CR-38, CR-42), carries out the events of a referral in their order, and writes down that its last
 * change was met in the store.
 */
export async function workReferral(
  deps: ReferralWorkDeps,
  claimed: StoredDocument<ReferralRecord>,
): Promise<void> {
  await askToCount(deps, claimed.partition);
  await runOut(deps, claimed);
  const organization = deps.organizations.byId(claimed.partition);
  const ran = organization && (await deps.store.read<'referral'>(claimed.partition, claimed.id));
  if (ran) await escalateReferral(deps, organization, ran);
  const present = await deps.store.read<'referral'>(claimed.partition, claimed.id);
  if (!present) return;
  const { referral, outbox } = present.body;
  const results = await carryOut(deps, present, outbox, async (event) => {
    // An organization that left the configuration has nobody to tell.
    if (!organization) return;
    await effectOf(deps, organization, referral, event);
  });
  const told = outbox.some(({ id, type }) => type === 'engagement.tell' && isDone(results, id));
  const landed = await changeDocument<'referral', boolean>(
    deps,
    claimed.partition,
    claimed.id,
    (document) => {
      if (!document) return { result: true };
      const { body, lease } = document;
      // Notes to all are kept until each party has them; what was added since waits for the next time.
      const kept = told ? withoutTold(body.referral, referral) : body.referral;
      const done = { ...body, referral: kept, outbox: withoutDone(body.outbox, results) };
      const planned = organization ? withEscalation(deps, organization, done) : done;
      const next = withLanding(planned, deps.clock.now());
      const draft = referralDraft(next, leaseAfter(lease, claimed.lease));
      return { draft, result: landingDue(next) === undefined };
    },
  );
  if (!landed) await meet(deps, claimed);
  deps.wake();
}

/**
 * Looks at once for a change that got a new stamp because it had landed late, or could have: at its next turn, when much
 * is to be done, it would be late again.
 */
async function meet(deps: ReferralWorkDeps, { partition, id }: StoredDocument): Promise<void> {
  await changeDocument<'referral', void>(deps, partition, id, (document) => {
    if (!document || landingDue(document.body) === undefined) return { result: undefined };
    const met = withLanding(document.body, deps.clock.now());
    return { draft: referralDraft(met, document.lease), result: undefined };
  });
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
      if (referral.stage === 'received' && !referral.listedAt) await askAboutChannels(deps, organization);
      return;
    case 'referral.expired':
      return tellExpired(deps, referral);
    case 'engagement.tell':
      return tellParties(deps, organization, referral);
    case 'news.tell':
      return tellNews(deps, organization, referral, event);
    case 'sync.send':
      // Where nobody is connected it is entered by hand; what waits is sent once somebody is.
      if (deps.connections.modeOf(organization.id) !== 'write') return;
      return askToSend(deps, organization.id, referral.id);
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

async function runOut(deps: ReferralWorkDeps, claimed: StoredDocument<ReferralRecord>): Promise<void> {
  const commandId = deps.newId();
  await changeDocument<'referral', void>(deps, claimed.partition, claimed.id, (document) => {
    const now = deps.clock.now();
    const ran = document && ranOut(document.body.referral, now.toISOString());
    if (!ran) return { result: undefined };
    const next = withEvents({ ...document.body, referral: ran.state }, ran.events, now, {
      id: commandId,
      remember: false,
    });
    return { draft: referralDraft(next, document.lease), result: undefined };
  });
}
