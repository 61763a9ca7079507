import { locationsOf } from '#app/organization/locations.ts';
import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { Organization } from '#ports/organizations.ts';

/** `no-such-location`: not one of the organization's locations, or not any more. */
export type LocateOutcome = DecideOutcome | { kind: 'no-such-location' };

/**
 * Says to which location a referral belongs that came without one (CR-30). From then on the roles of that location hold
 * for it (CR-3, CR-4), and its admins get the card while it waits for an answer (CR-51).
 */
export async function locateDeal(
  deps: DecideDeps,
  input: Omit<DecideInput, 'organization'> & { organization: Organization; location: string },
): Promise<LocateOutcome> {
  const { organization, location, ...rest } = input;
  const locations = await locationsOf(deps, organization);
  if (!locations.some(({ mpnId }) => mpnId === location)) return { kind: 'no-such-location' };
  return decideRecord(deps, 'deal.locate', { ...rest, organization: organization.id }, (at) => ({
    type: 'deal.locate',
    by: input.personId,
    at,
    location,
  }));
}
