import type { Referral } from '#domain/referral/referral.ts';
import { type LocalDate, plusHours } from '#domain/values/instant.ts';

/** Nothing happened for so many days: somebody should ask how it goes. */
const QUIET_DAYS = 21;

/** When something happened last in an accepted deal, as far as its own timeline tells; undefined for any other. */
export function lastHappened(referral: Referral): string | undefined {
  if (referral.stage !== 'accepted') return undefined;
  const last = referral.recent?.at(-1)?.at;
  return last !== undefined && last > referral.acceptedAt ? last : referral.acceptedAt;
}

/** Whether it was accepted and nothing happened in it for three weeks. */
export function isQuiet(referral: Referral, today: LocalDate): boolean {
  const last = lastHappened(referral);
  return (
    last !== undefined &&
    last.slice(0, 10) <= plusHours(`${today}T00:00:00.000Z`, -24 * QUIET_DAYS).slice(0, 10)
  );
}
