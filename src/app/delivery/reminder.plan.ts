import { createNotice } from '#app/notice/createNotice.ts';
import type { Recipient } from '#app/notice/recipients.ts';
import { hoursOf, reminderMoment, startOfWorkingDay } from '#app/notice/workingTime.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { plusHours } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { type ReminderRecord, reminderDraft, reminderPartition } from './reminderRecord.ts';

/**
 * Plans the reminders of an undecided referral (CR-54): into working hours, one message a day and person however many
 * referrals; a channel gets only the last, as a reply. Moments that are over are left out: who gets a card now needs no
 * reminder of last week. Whether a person is still the one to remind is seen when it goes out.
 */
export async function planReminders(
  deps: NoticeDeps,
  organization: Organization,
  referral: Referral,
  fresh: readonly Recipient[],
): Promise<void> {
  const now = deps.clock.now().toISOString();
  const moments = deps.reminderHours
    .map((hours) => plusHours(referral.createdAt, hours))
    .filter((moment) => moment > now && moment < referral.expiresAt);
  const last = moments.at(-1);
  for (const recipient of fresh) {
    const hours = hoursOf(organization, recipient.contact.chat?.timeZone);
    if (recipient.contact.kind === 'channel') {
      if (!last) continue;
      const moment = reminderMoment(deps.calendar, last, referral.expiresAt, hours);
      if (moment > now) await createNotice(deps, 'last-reminder', referral, recipient, { notBefore: moment });
      continue;
    }
    for (const due of moments) {
      const moment = reminderMoment(deps.calendar, due, referral.expiresAt, hours);
      if (moment > now) await enter(deps, organization, referral, recipient, moment);
    }
  }
}

async function enter(
  deps: NoticeDeps,
  organization: Organization,
  referral: Referral,
  recipient: Recipient,
  moment: string,
): Promise<void> {
  const hours = hoursOf(organization, recipient.contact.chat?.timeZone);
  const day = deps.calendar.toLocal(moment, hours.timeZone).date;
  const partition = reminderPartition(organization.id, recipient.contactId);
  const now = deps.clock.now().toISOString();
  const missed = await changeDocument<'reminder', boolean>(deps, partition, day, (document) => {
    // While it is leased it is being sent: what is entered then would not be in it.
    if (document?.body.sent || (document?.lease && document.lease.until > now)) {
      return { result: !document.body.referralIds.includes(referral.id) };
    }
    const record: ReminderRecord = document?.body ?? {
      organization: organization.id,
      contactId: recipient.contactId,
      day,
      at: moment,
      referralIds: [],
      attempts: 0,
      sent: false,
    };
    const next: ReminderRecord = {
      ...record,
      at: moment < record.at ? moment : record.at,
      referralIds: [...new Set([...record.referralIds, referral.id])],
    };
    return { draft: reminderDraft(next, document?.lease), result: false };
  });
  if (!missed) return;
  // That day's message has gone out; a second one the same day is what people complain about.
  const next = startOfWorkingDay(deps.calendar, day, 1, hours);
  if (next < referral.expiresAt) await enter(deps, organization, referral, recipient, next);
}
