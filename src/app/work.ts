import type { StoredDocument } from '#ports/documents.ts';
import { workMember } from './administration/member.handover.ts';
import { workRoute } from './administration/route.prove.ts';
import type { ContactRecord } from './contact/contactRecord.ts';
import { catchUp } from './delivery/news.catchUp.ts';
import { type DeliverDeps, deliverNotice } from './delivery/notice.deliver.ts';
import { type ContactWorkDeps, workContact } from './delivery/recipient.added.ts';
import { type ReferralWorkDeps, workReferral } from './delivery/referral.work.ts';
import { sendReminder } from './delivery/reminder.send.ts';
import type { ReminderRecord } from './delivery/reminderRecord.ts';
import { type ReindexRecord, reindexDeals } from './list/deals.reindex.ts';
import type { MuteRecord } from './news/muteRecord.ts';
import type { NoticeRecord } from './notice/noticeRecord.ts';
import type { MemberRecord } from './organization/member.ts';
import type { RouteRecord } from './organization/routes.ts';
import type { ReferralRecord } from './referral/referralRecord.ts';
import { workAccessRequest } from './request/accessRequest.work.ts';
import type { AccessRequestRecord } from './request/accessRequestRecord.ts';
import type { WorkHandler } from './store/worker.ts';

export type WorkDeps = ReferralWorkDeps & ContactWorkDeps & DeliverDeps;

/** What the worker does for each kind of document. */
export function workHandlers(deps: WorkDeps): Record<string, WorkHandler> {
  return {
    referral: (document) => workReferral(deps, document as StoredDocument<ReferralRecord>),
    person: (document) => workContact(deps, document as StoredDocument<ContactRecord>),
    channel: (document) => workContact(deps, document as StoredDocument<ContactRecord>),
    notice: (document) => deliverNotice(deps, document as StoredDocument<NoticeRecord>),
    member: (document) => workMember(deps, document as StoredDocument<MemberRecord>),
    route: (document) => workRoute(deps, document as StoredDocument<RouteRecord>),
    ask: (document) => workAccessRequest(deps, document as StoredDocument<AccessRequestRecord>),
    reminder: (document) => sendReminder(deps, document as StoredDocument<ReminderRecord>),
    silence: (document) => catchUp(deps, document as StoredDocument<MuteRecord>),
    reindex: (document) => reindexDeals(deps, document as StoredDocument<ReindexRecord>),
  };
}
