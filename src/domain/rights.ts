import type { ReferralFacts } from './referral.ts';

/** Referrals admin or referrals user (CR-1). */
export type Role = 'referrals-admin' | 'referrals-user';

/** Someone's membership in an organization. */
export interface Membership {
  role: Role;
  /** The whole company, or the named locations (MPN ids) only. */
  locations: 'all' | readonly string[];
  /** Lower case: e-mail and user principal name, matched with the team contacts of a referral. */
  addresses: readonly string[];
}

/** What a member may want to do with a referral. */
export type ReferralAction = 'referral.view' | 'referral.accept' | 'referral.decline';

/**
 * The one place that says who may do what (CR-2 to CR-4). Without a membership nothing is allowed.
 * Today every action needs the same right: seeing a referral and being allowed to edit it go together.
 */
export function may(
  member: Membership | undefined,
  _action: ReferralAction,
  referral: Pick<ReferralFacts, 'location' | 'team'>,
): boolean {
  if (!member) return false;
  const inScope =
    member.locations === 'all' ||
    (referral.location !== undefined && member.locations.includes(referral.location));
  if (member.role === 'referrals-admin') return inScope;
  return inScope && isInTeam(member, referral);
}

/** Whether one of the member's addresses stands in the referral's team; case does not matter. */
export function isInTeam(
  member: Pick<Membership, 'addresses'>,
  referral: Pick<ReferralFacts, 'team'>,
): boolean {
  return referral.team.some(
    (contact) => contact.email !== undefined && member.addresses.includes(contact.email.toLowerCase()),
  );
}
