import { NO_HELP, type ReferralFacts } from './referral.ts';

/** What a deal is (CR-7 to CR-10); it follows from who takes part and from the solutions and is never typed in. */
export const dealTypes = ['private', 'co-sell', 'p2p', 'assessment'] as const;
export type DealType = (typeof dealTypes)[number];

const MICROSOFT = 'msft';

/** The type of a deal (CR-11): an assessment by its solution, co-sell as soon as Microsoft takes part. */
export function dealTypeOf(
  deal: Pick<ReferralFacts, 'direction' | 'sender' | 'assistance' | 'microsoft' | 'solutions'>,
): DealType {
  if (deal.solutions?.some(({ kind }) => kind === 'assessment')) return 'assessment';
  if (hasMicrosoft(deal)) return 'co-sell';
  return deal.direction === 'inbound' && deal.sender ? 'p2p' : 'private';
}

/**
 * Whether Microsoft's sellers can see a deal: they sent it, our company asked for their help (CR-7, CR-25), or
 * Partner Center says that they can.
 */
export function hasMicrosoft(
  deal: Pick<ReferralFacts, 'direction' | 'sender' | 'assistance' | 'microsoft'>,
): boolean {
  if (deal.microsoft) return true;
  if (deal.direction === 'inbound') return deal.sender?.organizationId?.toLowerCase() === MICROSOFT;
  return deal.assistance !== undefined && deal.assistance !== NO_HELP;
}
