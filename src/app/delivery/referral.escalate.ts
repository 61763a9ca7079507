import { recipientsOf } from '#app/notice/recipients.ts';
import { hoursOf, nextWorkingMoment } from '#app/notice/workingTime.ts';
import { type ReferralRecord, referralDraft, withEvents } from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { isPending } from '#domain/list/dealList.ts';
import { isToldOf } from '#domain/news/escalation.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';

type EscalateDeps = NoticeDeps & { newId: () => string };

/**
 * Passes on a referral that nobody answered by the organization's day: to the admins of its location who are not in its
 * team, and as many days later, or at once where there are none, to those of the whole company. Once each.
 */
export async function escalateReferral(
  deps: EscalateDeps,
  organization: Organization,
  { partition, id, body }: StoredDocument<ReferralRecord>,
): Promise<void> {
  const days = organization.options.escalateAfterDays;
  const due = body.escalateAt !== undefined && body.escalateAt <= deps.clock.now().toISOString();
  if (!due || !isPending(body.referral)) return;
  const to = days === undefined ? undefined : await whomNext(deps, organization, body.referral);
  const commandId = deps.newId();
  await changeDocument<'referral', void>(deps, partition, id, (document) => {
    if (document?.body.escalateAt !== body.escalateAt || !document) return { result: undefined };
    const now = deps.clock.now();
    const { escalateAt: _done, ...record } = document.body;
    const at = now.toISOString();
    const command = to && days && ({ type: 'referral.escalate', at, to, days } as const);
    const decided = command ? decideReferral(record.referral, command) : undefined;
    const next = decided?.ok
      ? withEvents({ ...record, referral: decided.state }, decided.events, now, {
          id: commandId,
          remember: false,
        })
      : record;
    return { draft: referralDraft(next, document.lease), result: undefined };
  });
}

/** When a referral that waits is passed on next, in the working hours of the organization; kept once it is known. */
export function withEscalation(
  deps: Pick<NoticeDeps, 'clock' | 'calendar'>,
  organization: Organization,
  record: ReferralRecord,
): ReferralRecord {
  const { referral, escalateAt } = record;
  const days = organization.options.escalateAfterDays;
  const over = !isPending(referral) || referral.escalated?.to === 'company';
  if (!days || over) {
    const { escalateAt: _none, ...rest } = record;
    return escalateAt === undefined || isDecidedYet(referral) ? record : rest;
  }
  if (escalateAt !== undefined) return record;
  const now = deps.clock.now().toISOString();
  const moment = (from: Instant) =>
    nextWorkingMoment(deps.calendar, plusHours(from, 24 * days), hoursOf(organization, undefined));
  const planned = moment(referral.escalated?.at ?? referral.listedAt ?? referral.createdAt);
  // What arrives late, or was there before the rule, has its days from now on.
  const at = planned > now ? planned : moment(now);
  return at < referral.expiresAt ? { ...record, escalateAt: at } : record;
}

/** A decision that may be taken back leaves everything as it is. */
function isDecidedYet({ undoable }: Referral): boolean {
  return undoable?.some(({ kind }) => kind === 'decision') ?? false;
}

async function whomNext(
  deps: EscalateDeps,
  organization: Organization,
  referral: Referral,
): Promise<'location' | 'company' | undefined> {
  const recipients = await recipientsOf(deps, organization, referral);
  const whys = recipients.map(({ why }) => why);
  const location = referral.escalated === undefined && referral.team.length > 0;
  if (location && whys.some((why) => isToldOf('location', why))) return 'location';
  return whys.some((why) => isToldOf('company', why)) ? 'company' : undefined;
}
