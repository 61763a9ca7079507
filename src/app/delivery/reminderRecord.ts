import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    reminder: ReminderRecord;
  }
}

/** The one reminder message of a person on one day, filled as referrals become due for it. */
export interface ReminderRecord {
  organization: string;
  contactId: string;
  /** The recipient's calendar day. */
  day: string;
  /** When it goes out. */
  at: Instant;
  referralIds: string[];
  /** It brings the list of what waited for an answer when the company connected with Partner Center. */
  list?: true | undefined;
  attempts: number;
  /** True once it went out or was made part of a later one. */
  sent: boolean;
}

const KEPT_HOURS = 30 * 24;

/** Where the reminders of one contact are; the id within is the day. */
export function reminderPartition(organization: string, contactId: string): string {
  return `${organization}/reminders/${contactId}`;
}

/** The document of a reminder: due until it is sent, not before `notBefore`; gone thirty days after its moment. */
export function reminderDraft(
  record: ReminderRecord,
  lease: Lease | undefined,
  notBefore: Instant = record.at,
): DraftOf<'reminder'> {
  return {
    partition: reminderPartition(record.organization, record.contactId),
    id: record.day,
    kind: 'reminder',
    schema: 1,
    dueAt: lease ? lease.until : record.sent ? undefined : notBefore,
    lease,
    expiresAt: plusHours(record.at, KEPT_HOURS),
    index: { sent: record.sent },
    body: record,
  };
}
