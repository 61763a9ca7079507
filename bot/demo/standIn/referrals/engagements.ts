import { type JsonObject, jsonCopy, objectIn, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { Stamps } from '#bot/demo/standIn/stamps.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { invalid, notFound, refusal } from '#bot/demo/standIn/wireErrors.ts';
import { targetLocations } from './create.ts';
import { type ChangedBy, MSFT, ownerOf, type Records, type StandInRecord, sharedWith } from './records.ts';
import { answeredStage, stageProblem } from './salesStages.ts';
import { transitionProblem } from './statusMachine.ts';

/** The organization whose Partner Center this is. */
export interface StandInOrganization {
  id: string;
  name: string;
  locations: readonly [string, ...string[]];
}

export interface CreationContext {
  records: Records;
  switches: Switches;
  stamps: Stamps;
  organization: StandInOrganization;
  by: ChangedBy;
  listedFrom: number;
}

/** A deal of one's own, or with an engagement's id a connected referral for somebody who is invited. */
export function created(
  fields: JsonObject,
  context: CreationContext,
): { record: StandInRecord } | { refused: StandInAnswer } {
  return fields.engagementId === undefined || fields.engagementId === null
    ? ownDeal(fields, context)
    : invitation(fields, String(fields.engagementId), context);
}

function ownDeal(
  fields: JsonObject,
  { records, switches, stamps, organization, by, listedFrom }: CreationContext,
): { record: StandInRecord } | { refused: StandInAnswer } {
  const { status = 'New', substatus = 'Pending', salesStage = null } = fields;
  const asked = { status, substatus };
  const problem = transitionProblem({ status: 'None', substatus: 'None' }, asked, switches);
  const wrong = problem?.message ?? stageProblem(salesStage, switches);
  if (wrong !== undefined) return { refused: invalid(wrong) };
  const accepted = switches.bornAs === 'accepted' || status === 'Active';
  const at = stamps.next();
  const context = objectIn(fields, 'inviteContext');
  const location = fields.mpnId ?? context.invitedMpnId ?? undefined;
  const mpnId = location ?? (switches.locationWhenNone === 'first' ? organization.locations[0] : null);
  const invitedBy = { organizationId: organization.id, organizationName: organization.name };
  const record = records.insert(
    {
      ...withoutOfService(fields),
      ...(accepted ? { status: 'Active', substatus: 'Accepted', acceptedDateTime: at } : asked),
      createdDateTime: at,
      updatedDateTime: at,
      organizationId: organization.id,
      organizationName: organization.name,
      direction: switches.ownDirection,
      salesStage: answeredStage(salesStage, switches),
      mpnId,
      expirationDateTime: accepted ? null : stamps.expiry(at),
      inviteContext: { ...context, invitedMpnId: mpnId, invitedBy },
    },
    by,
    listedFrom,
  );
  return { record };
}

/** Ids, moments and the like are the service's to give, whatever a body says. */
function withoutOfService(fields: JsonObject): JsonObject {
  const {
    id: _id,
    eTag: _eTag,
    createdDateTime: _created,
    updatedDateTime: _updated,
    links: _links,
    registrations: _registrations,
    registrationStatus: _status,
    trackingInfo: _tracking,
    closedDateTime: _closed,
    ...rest
  } = fields;
  return rest;
}

function invitation(
  fields: JsonObject,
  engagementId: string,
  context: CreationContext,
): { record: StandInRecord } | { refused: StandInAnswer } {
  const { records, switches, organization } = context;
  const siblings = records.ofEngagement(engagementId);
  const own = siblings.find((record) => ownerOf(record) === organization.id);
  if (!own) return { refused: notFound() };
  const [target] = targetLocations(fields);
  if (target === undefined) return { refused: invalid('A connected referral needs a target location.') };
  if (own.referral.status === 'Closed') return { refused: invalid('The engagement is closed.') };
  const open = siblings.some((one) => ownerOf(one) === target && one.referral.status !== 'Closed');
  if (open && switches.secondInvitation === 'refused') {
    return { refused: refusal(409, 'invalidRequest', 'The organization is invited already.') };
  }
  if (target === MSFT && own.referral.type === 'Independent') {
    const { becomesCoSell } = switches;
    if (becomesCoSell === 'help-path' || becomesCoSell === 'never') {
      return { refused: invalid('Microsoft cannot be invited to an independent referral.') };
    }
    if (becomesCoSell === 'second-post') makeShared(own, context);
  }
  const copy = insertCopy(own, target, fields, context);
  return { record: switches.secondPostRecord === 'own' ? own : copy };
}

function makeShared(own: StandInRecord, { records, by }: CreationContext): void {
  const next = jsonCopy(own.referral);
  next.type = 'Shared';
  objectIn(next, 'consent').consentToShareReferralWithMicrosoftSellers = true;
  records.replace(own, next, by);
}

/** The record of who is invited, which begins with what it is shown. */
export function insertCopy(
  own: StandInRecord,
  target: string,
  fields: JsonObject,
  { records, switches, stamps, organization, by, listedFrom }: CreationContext,
): StandInRecord {
  const at = stamps.next();
  const accepted = switches.copySubstatus === 'Accepted';
  const { id: _id, engagementId: _engagement, ...sent } = withoutOfService(fields);
  return records.insert(
    {
      ...sharedWith(own.referral),
      ...sent,
      engagementId: own.referral.engagementId,
      type: 'Shared',
      organizationId: target,
      organizationName: target === MSFT ? 'Microsoft' : `Partner ${target}`,
      target: [{ type: 'BusinessProfileLocation', id: target }],
      status: accepted ? 'Active' : 'New',
      substatus: switches.copySubstatus,
      createdDateTime: at,
      updatedDateTime: at,
      acceptedDateTime: accepted ? at : null,
      expirationDateTime: accepted ? null : stamps.expiry(at),
      direction: switches.copyDirection,
      inviteContext: {
        ...objectIn(fields, 'inviteContext'),
        invitedBy: { organizationId: organization.id, organizationName: organization.name },
      },
    },
    by,
    listedFrom,
  );
}
