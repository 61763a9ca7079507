import { dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** Why Microsoft can't be let see a deal; each code has words in every language. */
export type ShareProblem =
  | 'already-closed'
  | 'not-accepted'
  | 'share-off'
  | 'share-seen'
  | 'share-inbound'
  | 'share-assessment'
  | 'share-no-consent';

/** What somebody says who lets Microsoft see a deal. */
export interface Sharing {
  /** Whether the organization has the option of CR-12. */
  switchedOn: boolean;
  /** The customer agreed that contact data is shared with Microsoft (CR-20). */
  consent?: boolean | undefined;
}

/**
 * Whether Microsoft may be let see an accepted deal without being asked for help (CR-12): one that our company began,
 * that Microsoft does not see yet, and that is no assessment. Undefined where it may.
 */
export function shareProblem(
  referral: Referral,
  { switchedOn }: Pick<Sharing, 'switchedOn'>,
): Exclude<ShareProblem, 'share-no-consent'> | undefined {
  if (referral.stage === 'closed') return 'already-closed';
  if (!switchedOn) return 'share-off';
  if (referral.stage !== 'accepted') return 'not-accepted';
  if (hasMicrosoft(referral)) return 'share-seen';
  if (referral.direction === 'inbound') return 'share-inbound';
  return dealTypeOf(referral) === 'assessment' ? 'share-assessment' : undefined;
}

/** Whether the customer must have agreed first (CR-20): only who is named in the deal is shown. */
export function needsConsent({ customer, consent }: Pick<Referral, 'customer' | 'consent'>): boolean {
  return customer.contacts.length > 0 && !consent;
}
