import { MICROSOFT } from '#domain/referral/party.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Location, Organization } from '#ports/organizations.ts';
import { locationsOf } from './locations.ts';

/** Whether a member creates deals without a location: Microsoft is no partner, and need not have any. */
export function isPlaceless(
  { id }: Pick<Organization, 'id'>,
  member: Membership | undefined,
  locations: readonly Location[],
): boolean {
  return id === MICROSOFT && member?.locations === 'all' && locations.length === 0;
}

/** The locations for which a member may create deals (CR-2 to CR-4), as offered; none without a membership. */
export async function creatableLocations(
  deps: { store: DocumentStore },
  organization: Organization,
  member: Membership | undefined,
): Promise<readonly Location[]> {
  if (!member) return [];
  const all = await locationsOf(deps, organization);
  const { locations } = member;
  return locations === 'all' ? all : all.filter(({ mpnId }) => locations.includes(mpnId));
}
