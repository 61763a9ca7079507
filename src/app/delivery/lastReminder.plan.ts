import { createNotice } from '#app/notice/createNotice.ts';
import type { Recipient } from '#app/notice/recipients.ts';
import { hoursOf, reminderMoment } from '#app/notice/workingTime.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { plusHours } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';

/**
 * Plans the one reminder of an undecided referral that a channel gets, as a reply to its card: at the last of the
 * configured moments, in working hours (CR-54). People hear of it every morning instead.
 */
export async function planLastReminder(
  deps: NoticeDeps,
  organization: Organization,
  referral: Referral,
  fresh: readonly Recipient[],
): Promise<void> {
  const now = deps.clock.now().toISOString();
  const last = deps.reminderHours
    .map((hours) => plusHours(referral.createdAt, hours))
    .findLast((moment) => moment > now && moment < referral.expiresAt);
  if (last === undefined) return;
  for (const recipient of fresh.filter(({ contact }) => contact.kind === 'channel')) {
    const hours = hoursOf(organization, recipient.contact.chat?.timeZone);
    const notBefore = reminderMoment(deps.calendar, last, referral.expiresAt, hours);
    if (notBefore > now) await createNotice(deps, 'last-reminder', referral, recipient, { notBefore });
  }
}
