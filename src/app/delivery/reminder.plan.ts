import { createNotice } from '#app/notice/createNotice.ts';
import type { Recipient } from '#app/notice/recipients.ts';
import { hoursOf, reminderMoment, startOfWorkingDay } from '#app/notice/workingTime.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import { kept } from '#domain/values/kept.ts';
import type { Organization } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { type ReminderRecord, reminderDraft, reminderPartition } from './reminderRecord.ts';

const MOST_ZONES = 50;

/** When a reminder goes out, and on which day of its recipient. */
export interface ReminderMoment {
  at: Instant;
  day: string;
}

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
  // Most recipients share a time zone, and there may be many of them.
  const remindersIn = kept(MOST_ZONES, (timeZone) => {
    const hours = hoursOf(organization, timeZone);
    return moments.map((due): ReminderMoment => {
      const at = reminderMoment(deps.calendar, due, referral.expiresAt, hours);
      return { at, day: deps.calendar.toLocal(at, hours.timeZone).date };
    });
  });
  for (const recipient of fresh) {
    const { timeZone } = hoursOf(organization, recipient.contact.chat?.timeZone);
    const reminders = remindersIn(timeZone);
    if (recipient.contact.kind === 'channel') {
      const last = reminders.at(-1);
      if (last && last.at > now)
        await createNotice(deps, 'last-reminder', referral, recipient, { notBefore: last.at });
      continue;
    }
    for (const moment of reminders.filter(({ at }) => at > now)) {
      await enterReminder(deps, organization, { recipient, referrals: [referral] }, moment);
    }
  }
}

/** Deals of one recipient that go into one reminder. */
export interface ReminderEntry {
  recipient: Recipient;
  referrals: readonly Pick<Referral, 'id' | 'expiresAt'>[];
  /** Together they are the list of an import. */
  list?: true | undefined;
}

/**
 * Puts deals into a recipient's reminder of a day; those that come too late for it into the one of the next working day,
 * as long as they wait then.
 */
export async function enterReminder(
  deps: Pick<NoticeDeps, 'store' | 'clock' | 'calendar'>,
  organization: Organization,
  { recipient, referrals, list }: ReminderEntry,
  { at, day }: ReminderMoment,
): Promise<void> {
  const partition = reminderPartition(organization.id, recipient.contactId);
  const now = deps.clock.now().toISOString();
  const missed = await changeDocument<'reminder', ReminderEntry['referrals']>(
    deps,
    partition,
    day,
    (document) => {
      // While it is leased it is being sent: what is entered then would not be in it.
      if (document?.body.sent || (document?.lease && document.lease.until > now)) {
        const { referralIds } = document.body;
        return { result: referrals.filter(({ id }) => !referralIds.includes(id)) };
      }
      const record: ReminderRecord = document?.body ?? {
        organization: organization.id,
        contactId: recipient.contactId,
        day,
        at,
        referralIds: [],
        attempts: 0,
        sent: false,
      };
      const next: ReminderRecord = {
        ...record,
        at: at < record.at ? at : record.at,
        referralIds: [...new Set([...record.referralIds, ...referrals.map(({ id }) => id)])],
        ...(list && { list }),
      };
      return { draft: reminderDraft(next, document?.lease), result: [] };
    },
  );
  if (missed.length === 0) return;
  // That day's message has gone out; a second one the same day is what people complain about.
  const hours = hoursOf(organization, recipient.contact.chat?.timeZone);
  const next = startOfWorkingDay(deps.calendar, day, 1, hours);
  const left = missed.filter(({ expiresAt }) => next < expiresAt);
  if (left.length === 0) return;
  const nextDay = deps.calendar.toLocal(next, hours.timeZone).date;
  await enterReminder(deps, organization, { recipient, referrals: left, list }, { at: next, day: nextDay });
}
