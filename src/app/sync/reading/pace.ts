import { nextWorkingMoment } from '#app/notice/workingTime.ts';
import { earliest, type Instant, plusSeconds } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Organization } from '#ports/organizations.ts';

/** After so many looks without anything new, it is looked a little more rarely. */
const QUIET_POLLS = 20;
/** Seconds: what changes there is a card here within a minute all the same. */
const QUIET_PAUSE = 45;
/** Seconds: while nobody works. */
const LONGEST_PAUSE = 600;
const PENDING_EVERY = 10;

/**
 * When it is looked for changes next. While people work, every `pollSeconds`, and every 45 s after a long quiet, so that
 * a change there is a card here in under a minute. Outside the organization's working hours the pause doubles with each
 * look that finds nothing, up to ten minutes, and ends when work begins.
 */
export function nextPollAfter(
  calendar: Calendar,
  organization: Pick<Organization, 'workingHours'>,
  now: Instant,
  { pollSeconds, quietPolls }: { pollSeconds: number; quietPolls: number },
): Instant {
  const work = nextWorkingMoment(calendar, now, organization.workingHours);
  const seconds =
    work === now
      ? quietPolls >= QUIET_POLLS
        ? Math.max(pollSeconds, QUIET_PAUSE)
        : pollSeconds
      : Math.max(pollSeconds, Math.min(LONGEST_PAUSE, pollSeconds * 2 ** Math.min(quietPolls, 20)));
  const next = plusSeconds(now, seconds);
  return work === now ? next : (earliest([next, work]) ?? next);
}

/**
 * Whether it is time to look through all that waits for an answer, as a backstop for what a list of changes leaves out:
 * at every tenth look, every five minutes at the least and every hour at the most.
 */
export function isPendingDue(
  now: Instant,
  lastPending: Instant | undefined,
  { pollSeconds }: { pollSeconds: number },
): boolean {
  const seconds = Math.min(3_600, Math.max(300, pollSeconds * PENDING_EVERY));
  return lastPending === undefined || plusSeconds(lastPending, seconds) <= now;
}
