import { MICROSOFT } from './party.ts';
import { NO_HELP, type ReferralFacts } from './referral.ts';

/** What a deal is (CR-7 to CR-10, CR-12); it follows from who takes part and from the solutions and is never typed in. */
export const dealTypes = ['private', 'co-sell', 'p2p', 'assessment', 'partner-led'] as const;
export type DealType = (typeof dealTypes)[number];

/** What the type of a deal follows from. */
export type DealTypeFacts = Pick<
  ReferralFacts,
  'direction' | 'sender' | 'assistance' | 'microsoft' | 'partnerLed' | 'solutions' | 'parties'
> & { organization?: string | undefined };

/** The type of a deal (CR-11): an assessment by its solution, co-sell as soon as Microsoft takes part. */
export function dealTypeOf(deal: DealTypeFacts): DealType {
  if (deal.solutions?.some(({ kind }) => kind === 'assessment')) return 'assessment';
  // That Microsoft may see it is no part of a deal that we lead.
  if (hasMicrosoft(deal.partnerLed ? { ...deal, partnerLed: undefined, microsoft: undefined } : deal))
    return 'co-sell';
  const invited = deal.parties?.some(({ role }) => role === 'invited' || role === 'inviter');
  if (invited || (deal.direction === 'inbound' && deal.sender)) return 'p2p';
  return deal.partnerLed ? 'partner-led' : 'private';
}

/**
 * Whether Microsoft's sellers can see a deal: they sent it or were invited to it, our company asked for their help
 * (CR-7, CR-25) or let them see it without (CR-12), or Partner Center says that they can.
 */
export function hasMicrosoft(deal: Omit<DealTypeFacts, 'solutions'>): boolean {
  if (deal.microsoft || deal.partnerLed || deal.organization === MICROSOFT) return true;
  if (deal.parties?.some(({ organization }) => organization === MICROSOFT)) return true;
  if (deal.direction === 'inbound') return deal.sender?.organizationId?.toLowerCase() === MICROSOFT;
  return deal.assistance !== undefined && deal.assistance !== NO_HELP;
}
