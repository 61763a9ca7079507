import { addressOf, personDocumentId } from '#app/contact/contactRecord.ts';
import { handOverDeal } from '#app/deal/deal.handover.ts';
import { openDealsOf } from '#app/list/openDeals.ts';
import type { Handover } from '#app/organization/handover.ts';
import { type MemberEvent, type MemberRecord, memberDraft, readMember } from '#app/organization/member.ts';
import type { DecideDeps } from '#app/referral/decideRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { backoff, dueEvents, failed, leaseAfter, type OutboxEvent } from '#app/store/outbox.ts';
import type { OnSetAside } from '#app/store/outboxWork.ts';
import { isInScope, type Membership } from '#domain/referral/rights.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Messenger } from '#ports/messenger.ts';

const PAGE = 50;

export type HandoverDeps = DecideDeps & {
  messenger: Messenger;
  newId: () => string;
  onSetAside: OnSetAside;
};

type Next = { handover?: Handover; outbox: OutboxEvent<MemberEvent>[]; wait?: number };

/**
 * Hands over all open deals of a removed member, page by page, then tells who asked for it. Safe to be cut off
 * anywhere: a deal that was handed over no longer has the removed one in its team, so it is not found again.
 */
export async function workMember(deps: HandoverDeps, claimed: StoredDocument<MemberRecord>): Promise<void> {
  const { outbox = [], handover } = claimed.body;
  const [event] = dueEvents(outbox, deps.clock.now());
  let next: Next = { outbox: [] };
  if (event && handover) {
    try {
      next = await carryOut(deps, claimed, event, handover);
    } catch (error) {
      const again = failed(event, deps.clock.now(), String(error), error instanceof UnavailableError);
      if (again.setAside) await deps.onSetAside(claimed, `${event.type}: ${again.setAside}`);
      next = { outbox: [again], wait: backoff(again.attempts) };
    }
  }
  await changeDocument<'member', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const others = (document.body.outbox ?? []).filter(({ id }) => id !== event?.id);
    const record: MemberRecord = {
      ...document.body,
      ...(next.handover && { handover: next.handover }),
      outbox: [...others, ...next.outbox],
    };
    const lease = leaseAfter(document.lease, claimed.lease);
    return { draft: memberDraft(claimed.partition, record, lease), result: undefined };
  });
  if (!next.wait) deps.wake();
}

async function carryOut(
  deps: HandoverDeps,
  claimed: StoredDocument<MemberRecord>,
  event: OutboxEvent<MemberEvent>,
  handover: Handover,
): Promise<Next> {
  if (event.type === 'member.report') return report(deps, claimed, event, handover);
  const done = await handOverAll(deps, claimed, event.id, handover);
  const at = deps.clock.now().toISOString();
  const next = { id: deps.newId(), type: 'member.report' as const, at, attempts: 0, nextAt: at };
  return { handover: { ...done, doneAt: at }, outbox: [next] };
}

async function handOverAll(
  deps: HandoverDeps,
  claimed: StoredDocument<MemberRecord>,
  eventId: string,
  handover: Handover,
): Promise<Handover> {
  const organization = claimed.partition;
  const { to } = handover;
  const colleague = await readMember(deps, organization, to.email ?? '');
  // What was allowed when it was asked for is carried out, whatever became of the one who asked.
  const member: Membership = { role: 'referrals-admin', locations: handover.locations, addresses: [] };
  let progress: Handover = { ...handover, left: 0 };
  for (const address of handover.addresses) {
    let cursor: string | undefined;
    do {
      const page = await openDealsOf(deps, { organization, address, limit: PAGE, cursor });
      try {
        for (const { body } of page.documents) {
          const { referral } = body;
          const sees = colleague !== undefined && isInScope(colleague, referral);
          const outcome =
            sees &&
            (await handOverDeal(deps, {
              organization,
              referralId: referral.id,
              personId: handover.by,
              member,
              commandId: `${eventId}:${referral.id}:${address}`,
              to,
              drop: address,
            }));
          if (outcome && outcome.kind === 'done') progress = { ...progress, moved: progress.moved + 1 };
          // What was closed in the meantime is nobody's any more.
          else if (!outcome || outcome.kind === 'not-allowed') {
            progress = { ...progress, left: progress.left + 1 };
          }
        }
      } finally {
        // Where the store went away in the middle of a page, what was moved is not found again, and must count.
        await writeProgress(deps, claimed, progress);
      }
      cursor = page.cursor;
    } while (cursor);
  }
  return progress;
}

/** Kept after each page: whoever looks sees how far it is, and a restart goes on counting from there. */
async function writeProgress(
  deps: HandoverDeps,
  claimed: StoredDocument<MemberRecord>,
  { moved, left }: Handover,
): Promise<void> {
  await changeDocument<'member', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document?.body.handover) return { result: undefined };
    const record = { ...document.body, handover: { ...document.body.handover, moved, left } };
    return { draft: memberDraft(claimed.partition, record, document.lease), result: undefined };
  });
}

async function report(
  deps: HandoverDeps,
  { partition, body }: StoredDocument<MemberRecord>,
  event: OutboxEvent<MemberEvent>,
  { to, by, moved, left }: Handover,
): Promise<Next> {
  const admin = await deps.store.read<'person'>(partition, personDocumentId(by));
  const address = admin && addressOf(admin.body);
  if (!address) return { outbox: [] };
  const member = body.name ?? body.email;
  const content = { type: 'handover-done' as const, member, to: to.name, moved, left };
  const delivery = await deps.messenger.post(address, content);
  if (delivery.outcome !== 'later') return { outbox: [] };
  const now = deps.clock.now();
  const again = failed(event, now, delivery.reason, !delivery.counts);
  const wait = delivery.after ?? backoff(again.attempts);
  return { outbox: [{ ...again, nextAt: new Date(now.getTime() + wait).toISOString() }], wait };
}
