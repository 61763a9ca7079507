import { locationsOf } from '#app/organization/locations.ts';
import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import { type Invitation, MICROSOFT } from '#domain/referral/party.ts';
import type { Contact } from '#domain/referral/referral.ts';
import type { Location, Organization, Organizations } from '#ports/organizations.ts';

export type InvitePartnerDeps = DecideDeps & {
  organizations: Pick<Organizations, 'byId'>;
  newId: () => string;
};

export interface InvitePartnerInput extends DecideInput {
  /** Id of the organization that is invited, `msft` for Microsoft. */
  partner: string;
  invitation: Omit<Invitation, 'location'>;
  /** For Microsoft, where the deal has none yet: the customer's contact, and that the customer agreed (CR-19, CR-20). */
  contact?: Contact | undefined;
  consent?: boolean | undefined;
}

/** `no-such-partner`: not in this deployment, and so to be invited in Partner Center. */
export type InviteOutcome = DecideOutcome | { kind: 'no-such-partner' };

/**
 * Invites a partner or Microsoft to a deal (CR-29 to CR-33). Microsoft can be invited where it is no organization of
 * this deployment as well: the deal becomes co-sell, and the rest is done in Partner Center. The invitation goes to the
 * one location over there that lies in the customer's country, where it is exactly one.
 */
export async function invitePartner(
  deps: InvitePartnerDeps,
  input: InvitePartnerInput,
): Promise<InviteOutcome> {
  const partner = deps.organizations.byId(input.partner);
  if (!partner && input.partner !== MICROSOFT) return { kind: 'no-such-partner' };
  const locations = partner ? await locationsOf(deps, partner) : [];
  const referralId = partner && deps.newId();
  const { personId: by, contact, consent } = input;
  return decideRecord(deps, 'partner.invite', input, (at, { customer }) => ({
    type: 'partner.invite',
    by,
    at,
    guest: { organization: input.partner, name: partner?.name ?? 'Microsoft', referralId },
    invitation: { ...input.invitation, location: locationIn(locations, customer.country) },
    contact,
    consent,
  }));
}

/** The location of an organization to which an invitation belongs; none where it is not plain which. */
export async function invitedLocation(
  deps: Pick<DecideDeps, 'store'>,
  organization: Organization,
  country: string | undefined,
): Promise<string | undefined> {
  return locationIn(await locationsOf(deps, organization), country);
}

function locationIn(locations: readonly Location[], country: string | undefined): string | undefined {
  const here = locations.filter((one) => country !== undefined && one.country === country);
  return here.length === 1 ? here[0]?.mpnId : undefined;
}
