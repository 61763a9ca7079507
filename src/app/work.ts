import type { Instant, LocalDate } from '#domain/values/instant.ts';
import { workLocation } from './administration/locationWork.ts';
import { workMember } from './administration/member.handover.ts';
import { workRoute } from './administration/route.prove.ts';
import { tellImported } from './delivery/imported.tell.ts';
import { catchUp } from './delivery/news.catchUp.ts';
import { type DeliverDeps, deliverNotice } from './delivery/notice.deliver.ts';
import { type ContactWorkDeps, workContact } from './delivery/recipient.added.ts';
import { type ReferralWorkDeps, workReferral } from './delivery/referral.work.ts';
import { workAway } from './digest/awayWork.ts';
import { workBeginning } from './digest/digest.begin.ts';
import { sendDigest } from './digest/digest.send.ts';
import { dropReminder } from './digest/oldReminder.ts';
import { keepFigures } from './figures/figures.keep.ts';
import { reindexDeals } from './list/deals.reindex.ts';
import { removeDeals } from './person/deals.remove.ts';
import { workAccessRequest } from './request/accessRequest.work.ts';
import { keepActs } from './store/audit.ts';
import { type GivingWay, inLulls } from './store/givingWay.ts';
import type { Holding, WorkHandler, WorkHandlers } from './store/workerDeps.ts';
import { type ConnectionWorkDeps, workConnection } from './sync/reading/connectionWork.ts';
import { createSendingWork, type SendingWorkDeps } from './sync/sending/sending.work.ts';
import type { AccessTokens } from './sync/signIn/accessTokens.ts';
import { keepSignIn } from './sync/signIn/signIn.keep.ts';

export type WorkDeps = ReferralWorkDeps &
  ContactWorkDeps &
  DeliverDeps &
  SendingWorkDeps &
  Omit<ConnectionWorkDeps, 'tellImported'> & {
    /** Absent where no organization can be connected with Partner Center. */
    tokens?: AccessTokens | undefined;
    /** Where people wait for answers of the same process. */
    givingWay?: Pick<GivingWay, 'lull'> | undefined;
  };

/** What the worker does for each kind of document. */
export function workHandlers(deps: WorkDeps): Readonly<Record<string, WorkHandler>> {
  const { tokens } = deps;
  // What was taken over by another process meanwhile is sent by that one.
  const under = (holding: Holding): WorkDeps => ({ ...deps, messenger: deps.messenger.under(holding) });
  const reading: ConnectionWorkDeps = {
    ...deps,
    tellImported: (organization, startedAt) => tellImported(deps, organization, startedAt),
  };
  const handlers: WorkHandlers = {
    referral: (document, holding) => workReferral(under(holding), document),
    person: (document, holding) => workContact(under(holding), document),
    channel: async (document, holding) => {
      await keepActs(deps, document);
      await workContact(under(holding), document);
    },
    notice: (document, holding) => deliverNotice(under(holding), document),
    member: async (document, holding) => {
      await keepActs(deps, document);
      await workMember(under(holding), document);
    },
    route: async (document, holding) => {
      await keepActs(deps, document);
      await workRoute(under(holding), document);
    },
    location: (document) => workLocation(deps, document),
    ask: (document, holding) => workAccessRequest(under(holding), document),
    digest: (document, holding) => sendDigest(under(holding), document),
    away: (document, holding) => workAway(under(holding), document),
    'digest-begin': (document) => workBeginning(deps, document),
    reminder: (document) => dropReminder(deps, document),
    silence: (document, holding) => catchUp(under(holding), document),
    connection: (document) => workConnection(reading, document),
    ...(tokens && {
      token: (document, holding) => keepSignIn({ ...under(holding), tokens }, document),
    }),
    sending: createSendingWork(deps),
    reindex: (document) => reindexDeals(deps, document),
    retention: (document) => removeDeals(deps, document),
    figures: (document) => keepFigures({ ...deps, dayOf: dayIn(deps, document.partition) }, document),
  };
  // What stands under a kind was written as that kind, so that its body is what its handler takes.
  const all = handlers as Readonly<Record<string, WorkHandler>>;
  return deps.givingWay ? inLulls(all, deps.givingWay) : all;
}

/** The day of a moment where an organization is. */
function dayIn({ organizations, calendar }: WorkDeps, organization: string) {
  const zone = organizations.byId(organization)?.workingHours.timeZone ?? 'UTC';
  return (at: Instant): LocalDate => calendar.toLocal(at, zone).date;
}
