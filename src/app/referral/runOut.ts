import { decideReferral, type ReferralEvent } from '#domain/decide/decideReferral.ts';
import { finalBy } from '#domain/decide/final.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';

/**
 * What time alone does to a referral by a moment: one that nobody answered expires (CR-38), a decision that nobody took
 * back becomes final (CR-42). Undefined where it does nothing. What the clock did not get to is done by whoever comes next,
 * so that a late press meets the truth.
 */
export function ranOut(
  referral: Referral,
  at: Instant,
): { kind: 'expired' | 'final'; state: Referral; events: readonly ReferralEvent[] } | undefined {
  const expiry = decideReferral(referral, { type: 'referral.expire', at });
  if (expiry.ok) return { kind: 'expired', ...expiry };
  const final = finalBy(referral, at);
  return final && { kind: 'final', ...final };
}
