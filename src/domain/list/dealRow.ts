import type { Referral } from '#domain/referral/referral.ts';
import { outward } from '#domain/referral/standing.ts';
import { holderOf } from '#domain/referral/team.ts';
import { dealStatusOf } from './dealList.ts';

type Cell = string | number | undefined;

/** The columns of an export of deals and what stands in each; names and order stay, new ones are added at the end. */
const columns = {
  id: ({ id }) => id,
  partner_center_id: ({ id, partnerCenterId, createdBy }) => partnerCenterId ?? (createdBy ? undefined : id),
  engagement_id: ({ engagementId }) => engagementId,
  direction: ({ direction }) => direction,
  status: (deal) => dealStatusOf(deal),
  location: ({ location }) => location,
  name: ({ name }) => name,
  customer: ({ customer }) => customer.name,
  country: ({ customer }) => customer.country,
  value: ({ value }) => value?.amount,
  currency: ({ value }) => value?.currency,
  close_date: ({ closeDate }) => closeDate,
  stage_percent: (deal) => (deal.stage === 'accepted' ? (deal.salesStage ?? 10) : undefined),
  created_at: ({ createdAt }) => createdAt,
  accepted_at: (deal) => (deal.stage === 'received' ? undefined : deal.acceptedAt),
  closed_at: (deal) => (deal.stage === 'closed' ? deal.closedAt : undefined),
  close_reason: (deal) => (deal.stage === 'closed' ? (deal.reason ?? deal.errorReason) : undefined),
  in_hand: (deal) => holderOf(deal)?.email,
  solutions: ({ solutions = [] }) => solutions.map(({ id }) => id).join(' '),
  registration: ({ registration }) => registration,
  crm_id: ({ crmId }) => crmId,
  campaign_id: ({ campaignId }) => campaignId,
} as const satisfies Record<string, (deal: Referral) => Cell>;

/** The names of the columns. */
export const dealColumns: readonly string[] = Object.keys(columns);

/** A deal as a line, as it counts for everybody outside: a decision that can still be taken back has not been made. */
export function dealRow(referral: Referral): Cell[] {
  const deal = outward(referral);
  return Object.values(columns).map((cellOf: (deal: Referral) => Cell) => cellOf(deal));
}
