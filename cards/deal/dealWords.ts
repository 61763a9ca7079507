import { type Language, say, type TextKey } from '#cards/say.ts';
import { dealStatusOf } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** Where a deal stands. */
export const dealStatusTexts = {
  received: 'find.status.received',
  sent: 'find.status.sent',
  accepted: 'find.status.accepted',
  won: 'find.status.won',
  lost: 'find.status.lost',
  declined: 'find.status.declined',
  expired: 'find.status.expired',
  error: 'find.status.error',
  other: 'find.status.other',
  open: 'find.status.open',
  closed: 'find.status.closed',
  withdrawn: 'find.status.withdrawn',
} satisfies Record<string, TextKey>;

/** Where a deal stands, in one word: one's own that nobody answered is sent. */
export function dealStatusText(referral: Referral, language: Language): string {
  const status = dealStatusOf(referral);
  const sent = status === 'received' && referral.direction === 'outbound';
  return say(language, dealStatusTexts[sent ? 'sent' : status]);
}

/** How far a registration is (CR-48). */
export const dealRegistrationTexts = {
  none: 'find.registration.none',
  pending: 'find.registration.pending',
  reviewpending: 'find.registration.reviewpending',
  actionrequired: 'find.registration.actionrequired',
  approved: 'find.registration.approved',
  passed: 'find.registration.passed',
  failed: 'find.registration.failed',
  closed: 'find.registration.closed',
} satisfies Record<string, TextKey>;

/** Why a deal was declined or lost (CR-37). */
export const closeReasonTexts = {
  budget: 'reason.budget',
  'no-response': 'reason.no-response',
  'other-vendor': 'reason.other-vendor',
  'requirement-not-met': 'reason.requirement-not-met',
  'not-a-customer': 'reason.not-a-customer',
  'timeline-too-short': 'reason.timeline-too-short',
  abuse: 'reason.abuse',
  other: 'reason.other',
} satisfies Record<string, TextKey>;

/** Why a deal was closed as an error (CR-43). */
export const errorReasonTexts = {
  'duplicate-bulk': 'errorReason.duplicate-bulk',
  'duplicate-here': 'errorReason.duplicate-here',
  'duplicate-microsoft': 'errorReason.duplicate-microsoft',
  'connector-sync': 'errorReason.connector-sync',
  'customer-matching': 'errorReason.customer-matching',
  'solution-issue': 'errorReason.solution-issue',
  test: 'errorReason.test',
  data: 'errorReason.data',
  other: 'errorReason.other',
} satisfies Record<string, TextKey>;
