import { isWireObject, propertyOf } from '#adapters/partner-center/api/wireBody.ts';
import { createShape } from '#adapters/partner-center/createShape.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isTyped } from '#domain/referral/solutions.ts';
import type { Owner, WireObject } from '#ports/partnerCenter.ts';
import { withoutNothing } from './withoutNothing.ts';

/** What the service writes itself, or what only the invited are told. */
const ofService = [
  'id',
  'engagementId',
  'organizationId',
  'organizationName',
  'createdDateTime',
  'acceptedDateTime',
  'expirationDateTime',
  'direction',
  'registrationStatus',
  'registrations',
  'inviteContext',
];
/** What we call it is nothing that Microsoft has to know. */
const ofOurs = ['externalReferenceId', 'campaignId', 'salesStage'];

/** The body that creates a deal (CR-18 to CR-25), as the published ones are. */
export function newDealBody(referral: Referral, owner: Owner | undefined): WireObject {
  const whole = createShape(shareable(referral), owner, undefined);
  const { target, ...body } = without(whole, ofService);
  return { ...(withoutNothing(withoutEmptyTags(body)) as WireObject), target };
}

/**
 * The body that makes Microsoft's record of a deal that is there (CR-25, CR-26): of the same engagement, with what the
 * invitation says where it is known.
 */
export function invitingBody(referral: Referral, owner: Owner | undefined, engagementId: string): WireObject {
  const { invitation } = referral.parties?.find(({ organization }) => organization === MICROSOFT) ?? {};
  const {
    value = referral.value,
    closeDate = referral.closeDate,
    solutions = referral.solutions,
  } = invitation ?? {};
  const body = without(newDealBody({ ...referral, value, closeDate, solutions }, owner), ofOurs);
  const consent = propertyOf(body, 'consent');
  return {
    ...body,
    type: 'Shared',
    consent: { ...(isWireObject(consent) && consent), consentToShareReferralWithMicrosoftSellers: true },
    target: [{ type: 'BusinessProfileLocation', id: MICROSOFT }],
    engagementId,
    status: 'New',
    substatus: 'Pending',
    inviteContext: withoutNothing({
      notes: invitation?.notes ?? referral.microsoftNotes ?? null,
      assistanceRequestCode: invitation?.assistance ?? referral.assistance ?? null,
    }),
  };
}

/**
 * Whose record it is: Microsoft's say so in their organization. Where that says nothing, it is who the record is meant
 * for, unless it is our own by its organization.
 */
export function isMicrosoftsRecord(wire: WireObject, owner: Owner | undefined): boolean {
  const organization = plain(propertyOf(wire, 'organizationId'));
  if (organization === MICROSOFT) return true;
  if (organization !== '' && organization === plain(owner?.partnerCenterId)) return false;
  const target = propertyOf(wire, 'target');
  const targets = Array.isArray(target) ? target.filter(isWireObject) : [];
  return targets.some(
    (one) =>
      plain(propertyOf(one, 'id')) === MICROSOFT && plain(propertyOf(one, 'type')).includes('location'),
  );
}

/** The customer's people only where the customer agreed (CR-20), and no solution that was typed in by hand. */
function shareable(referral: Referral): Referral {
  const { customer, consent, solutions } = referral;
  return {
    ...referral,
    customer: consent === true ? customer : { ...customer, contacts: [] },
    ...(solutions && { solutions: solutions.filter((one) => !isTyped(one)) }),
  };
}

/** Lists of tags that nothing stands in say nothing. */
function withoutEmptyTags(body: WireObject): WireObject {
  const { details } = body;
  if (!isWireObject(details) || !isWireObject(details.requirements)) return body;
  const tags = Object.entries(details.requirements).filter(
    ([, value]) => !Array.isArray(value) || value.length > 0,
  );
  return { ...body, details: { ...details, requirements: Object.fromEntries(tags) } };
}

function without(body: WireObject, names: readonly string[]): WireObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}
