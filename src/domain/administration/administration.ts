import type { Membership, Role } from '#domain/referral/rights.ts';

/** What somebody is in an organization, without who it is. */
export interface Standing {
  role: Role;
  locations: 'all' | readonly string[];
}

/** How much of an organization somebody may run: all of it, the referrals users of their locations, or nothing. */
export type Reach = 'company' | 'locations' | 'none';

/** A referrals admin runs what the role covers (CR-2, CR-3); a referrals user runs nothing (CR-4). */
export function reachOf(member: Membership | undefined): Reach {
  if (member?.role !== 'referrals-admin') return 'none';
  return member.locations === 'all' ? 'company' : 'locations';
}

/**
 * Whether a member may add, change or remove somebody of this standing. A company-wide admin may, for everybody; an
 * admin of named locations for referrals users of these locations alone, so that nobody hands out a right beyond
 * their own (CR-2, CR-3).
 */
export function mayManage(member: Membership | undefined, standing: Standing): boolean {
  const reach = reachOf(member);
  if (reach !== 'locations') return reach === 'company';
  const { role, locations } = standing;
  if (role !== 'referrals-user' || locations === 'all' || locations.length === 0) return false;
  const own = member?.locations ?? [];
  return locations.every((location) => own.includes(location));
}

/**
 * Whether a member may lead such referrals to a channel, or stop it (CR-51): nobody shows to others what they may not see
 * themselves. An admin of named locations may for each of these; whatever has no location is for the whole company.
 */
export function mayRoute(
  member: Membership | undefined,
  { location }: { location?: string | undefined },
): boolean {
  const reach = reachOf(member);
  if (reach !== 'locations') return reach === 'company';
  return location !== undefined && Boolean(member?.locations.includes(location));
}

/** Whether somebody of this standing is one of those of whom an organization needs at least one. */
export function isCompanyAdmin(standing: Standing): boolean {
  return standing.role === 'referrals-admin' && standing.locations === 'all';
}
