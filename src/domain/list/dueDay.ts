import type { Referral } from '#domain/referral/referral.ts';
import { daysLater, type LocalDate } from '#domain/values/instant.ts';
import { isPending } from './dealList.ts';

/** When the day by which something has to happen comes, as open deals are put together. */
const dueGroups = ['overdue', 'week', 'later', 'none', 'closed'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** Nothing happened for so many days: somebody should ask how it goes. */
const QUIET_DAYS = 21;

/**
 * The day by which something has to happen in an open deal: an undecided inbound one expires (CR-38), any other should
 * be closed. Undefined without one, and of what is closed.
 */
export function dueDay(referral: Referral): LocalDate | undefined {
  if (referral.stage === 'closed') return undefined;
  return isPending(referral) ? referral.expiresAt.slice(0, 10) : referral.closeDate;
}

/** Where a deal stands among those that are ordered by that day; weeks end on Sunday. `today` in the reader's zone. */
export function dueGroup(referral: Referral, today: LocalDate): DueGroup {
  if (referral.stage === 'closed') return 'closed';
  const day = dueDay(referral);
  if (day === undefined) return 'none';
  if (day < today) return 'overdue';
  return day <= sundayOf(today) ? 'week' : 'later';
}

/** Whether it was accepted and its close date is over. */
export function isOverdue(referral: Referral, today: LocalDate): boolean {
  return referral.stage === 'accepted' && referral.closeDate !== undefined && referral.closeDate < today;
}

/** When something happened last in an accepted deal, as far as its own timeline tells; undefined for any other. */
export function lastHappened(referral: Referral): string | undefined {
  if (referral.stage !== 'accepted') return undefined;
  const last = referral.recent?.at(-1)?.at;
  return last !== undefined && last > referral.acceptedAt ? last : referral.acceptedAt;
}

/** Whether it was accepted and nothing happened in it for three weeks. */
export function isQuiet(referral: Referral, today: LocalDate): boolean {
  const last = lastHappened(referral);
  return last !== undefined && last.slice(0, 10) <= daysLater(today, -QUIET_DAYS);
}

function sundayOf(day: LocalDate): LocalDate {
  return daysLater(day, (7 - new Date(`${day}T00:00:00.000Z`).getUTCDay()) % 7);
}
