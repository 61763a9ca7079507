import type { Referral } from '#domain/referral/referral.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** What keeps the notices of referrals right. */
export interface NoticeDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
  /** Hours after receipt at which an undecided referral is brought up again (CR-54). */
  reminderHours: readonly number[];
  /** Called when an undecided referral has nobody who can be told: it waits for the first who installs the bot. */
  onNobody: (referral: Referral) => void;
}
