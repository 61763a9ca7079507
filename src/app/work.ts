import { workMember } from './administration/member.handover.ts';
import { workRoute } from './administration/route.prove.ts';
import { catchUp } from './delivery/news.catchUp.ts';
import { type DeliverDeps, deliverNotice } from './delivery/notice.deliver.ts';
import { type ContactWorkDeps, workContact } from './delivery/recipient.added.ts';
import { type ReferralWorkDeps, workReferral } from './delivery/referral.work.ts';
import { sendReminder } from './delivery/reminder.send.ts';
import { reindexDeals } from './list/deals.reindex.ts';
import { workAccessRequest } from './request/accessRequest.work.ts';
import type { WorkHandler, WorkHandlers } from './store/worker.ts';

export type WorkDeps = ReferralWorkDeps & ContactWorkDeps & DeliverDeps;

/** What the worker does for each kind of document. */
export function workHandlers(deps: WorkDeps): Readonly<Record<string, WorkHandler>> {
  const handlers: WorkHandlers = {
    referral: (document) => workReferral(deps, document),
    person: (document) => workContact(deps, document),
    channel: (document) => workContact(deps, document),
    notice: (document) => deliverNotice(deps, document),
    member: (document) => workMember(deps, document),
    route: (document) => workRoute(deps, document),
    ask: (document) => workAccessRequest(deps, document),
    reminder: (document) => sendReminder(deps, document),
    silence: (document) => catchUp(deps, document),
    reindex: (document) => reindexDeals(deps, document),
  };
  // What stands under a kind was written as that kind, so that its body is what its handler takes.
  return handlers as Readonly<Record<string, WorkHandler>>;
}
