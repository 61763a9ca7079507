import { hasMicrosoft } from '#domain/referral/dealType.ts';
import { type Contact, type Customer, NO_HELP, type Referral } from '#domain/referral/referral.ts';
import type { Owner, WireObject } from '#ports/partnerCenter.ts';
import { wireRegistration } from './wireRegistration.ts';
import { targetsOf, wireSolution } from './wireSolutions.ts';
import { wireStage } from './wireStage.ts';

/**
 * A deal that was created here in the shape in which Partner Center takes a new one (CR-18 to CR-28), or a record that
 * an invitation made (CR-30) in the one in which it shows it to the invited; with what it would answer itself: ids,
 * dates, status. Place of an assessment and flags of solutions have no field there.
 */
export function createShape(
  referral: Referral,
  owner: Owner | undefined,
  inviter: Owner | undefined,
): WireObject {
  const { assistance = NO_HELP } = referral;
  const inbound = referral.direction === 'inbound';
  // What Microsoft may only see is still one's own (CR-12).
  const registered = wireRegistration(referral, undefined);
  const shared = hasMicrosoft({ ...referral, partnerLed: undefined });
  return {
    id: referral.id,
    engagementId: referral.engagementId ?? null,
    organizationId: owner?.partnerCenterId ?? null,
    organizationName: owner?.name ?? null,
    name: referral.name,
    externalReferenceId: referral.crmId ?? null,
    campaignId: referral.campaignId ?? null,
    createdDateTime: referral.createdAt,
    acceptedDateTime: acceptedAt(referral),
    // What waits for an answer says until when.
    ...(inbound && {
      expirationDateTime: referral.stage === 'received' ? referral.expiresAt : null,
    }),
    qualification: referral.qualification ?? 'SalesQualified',
    type: shared ? 'Shared' : 'Independent',
    direction: inbound ? 'Incoming' : 'Outgoing',
    mpnId: referral.location ?? null,
    ...(referral.salesStage !== undefined && { salesStage: wireStage(referral.salesStage) }),
    registrationStatus: registered?.status ?? referral.registration ?? 'None',
    ...(registered && { registrations: registered.registrations }),
    target: targetsOf(referral),
    customerProfile: customerProfile(referral.customer),
    consent: {
      consentToToShareInfoWithOthers: referral.consent ?? false,
      consentToContact: referral.consent ?? false,
      consentToMicrosoftToContactSpecificPartners: referral.consent ?? false,
      consentToShareReferralWithMicrosoftSellers: hasMicrosoft(referral),
    },
    details: {
      notes: referral.notes ?? null,
      dealValue: referral.value?.amount ?? null,
      currency: referral.value?.currency || null,
      closingDateTime: referral.closeDate ? `${referral.closeDate}T00:00:00Z` : null,
      requirements: {
        industries: [],
        products: [],
        services: [],
        solutions: (referral.solutions ?? []).map(wireSolution),
        // Asked for in Partner Center's own form since 2023, not by us.
        additionalRequirements: { attributes: [{ type: 'CustomerMarketplaceIntent', id: 'HaveNotDecided' }] },
      },
    },
    team: referral.team.map(wireMemberOf),
    inviteContext: {
      notes: referral.senderNotes ?? null,
      assistanceRequestCode: assistance,
      invitedMpnId: referral.location ?? null,
      invitedBy: invitedBy(referral, inbound ? inviter : owner),
    },
  };
}

/** One of our own is accepted from the beginning (CR-28). */
function acceptedAt(referral: Referral): string | null {
  if (referral.stage === 'accepted') return referral.acceptedAt;
  return referral.direction === 'inbound' ? null : referral.createdAt;
}

function invitedBy({ direction, sender }: Referral, inviter: Owner | undefined): WireObject | null {
  if (inviter?.partnerCenterId) {
    return { organizationId: inviter.partnerCenterId, organizationName: inviter.name };
  }
  // An organization that is gone from here keeps its name.
  const known = direction === 'inbound' && sender?.name;
  return known ? { organizationId: sender.organizationId ?? null, organizationName: known } : null;
}

function customerProfile(customer: Customer): WireObject {
  const [addressLine1, ...rest] = customer.addressLines;
  return {
    name: customer.name,
    address: {
      // Required there; who typed a customer in by hand gave a city at least.
      addressLine1: addressLine1 ?? customer.city ?? null,
      addressLine2: rest.length > 0 ? rest.join(', ') : null,
      city: customer.city ?? null,
      state: customer.state ?? null,
      postalCode: customer.postalCode ?? null,
      country: customer.country ?? null,
    },
    team: customer.contacts.map(wireMemberOf),
    ids: [
      ...(customer.duns ? [{ profileType: 'Duns', id: customer.duns }] : []),
      ...(customer.microsoftAccountId ? [{ profileType: 'External', id: customer.microsoftAccountId }] : []),
    ],
  };
}

/** A person as a member of a team; the last word of the name is the family's. */
export function wireMemberOf(contact: Contact): WireObject {
  const name = contact.name.replace(/\s+/g, ' ').trim();
  const space = name.lastIndexOf(' ');
  return {
    firstName: space < 0 ? name : name.slice(0, space),
    lastName: space < 0 ? '' : name.slice(space + 1),
    phoneNumber: contact.phone ?? null,
    email: contact.email ?? null,
    ...(contact.title && { title: contact.title }),
  };
}
