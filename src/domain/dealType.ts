import { MICROSOFT } from './party.ts';
import { NO_HELP, type ReferralFacts } from './referral.ts';

/** What a deal is (CR-7 to CR-10); it follows from who takes part and from the solutions and is never typed in. */
export const dealTypes = ['private', 'co-sell', 'p2p', 'assessment'] as const;
export type DealType = (typeof dealTypes)[number];

/** What the type of a deal follows from. */
export type DealTypeFacts = Pick<
  ReferralFacts,
  'direction' | 'sender' | 'assistance' | 'microsoft' | 'solutions' | 'parties'
> & { organization?: string | undefined };

/** The type of a deal (CR-11): an assessment by its solution, co-sell as soon as Microsoft takes part. */
export function dealTypeOf(deal: DealTypeFacts): DealType {
  if (deal.solutions?.some(({ kind }) => kind === 'assessment')) return 'assessment';
  if (hasMicrosoft(deal)) return 'co-sell';
  const invited = deal.parties?.some(({ role }) => role === 'invited');
  return invited || (deal.direction === 'inbound' && deal.sender) ? 'p2p' : 'private';
}

/**
 * Whether Microsoft's sellers can see a deal: they sent it or were invited to it, our company asked for their help
 * (CR-7, CR-25), or Partner Center says that they can.
 */
export function hasMicrosoft(deal: Omit<DealTypeFacts, 'solutions'>): boolean {
  if (deal.microsoft || deal.organization === MICROSOFT) return true;
  if (deal.parties?.some(({ organization }) => organization === MICROSOFT)) return true;
  if (deal.direction === 'inbound') return deal.sender?.organizationId?.toLowerCase() === MICROSOFT;
  return deal.assistance !== undefined && deal.assistance !== NO_HELP;
}
