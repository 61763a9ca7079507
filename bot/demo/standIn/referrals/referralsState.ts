import { type JsonObject, jsonCopy, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { Stamps } from '#bot/demo/standIn/stamps.ts';
import type { StandInOrganization } from './engagements.ts';
import {
  type ChangedBy,
  type HistoryEntry,
  MSFT,
  ownerOf,
  type Records,
  type StandInRecord,
} from './records.ts';
import { setWireRegistrationStatus, type WireRegistrationStatus } from './registrations.ts';
import { stampStatus } from './statusMachine.ts';

export type PortalDecision = 'accept' | 'decline' | 'won' | 'lost' | 'error' | 'expired';

/** What a test, the demo or the page sees of the referrals and does to them, as somebody in the portal would. */
export interface StandInState {
  list(): JsonObject[];
  get(id: string): JsonObject | undefined;
  historyOf(id: string): readonly HistoryEntry[];
  /** As if somebody created it there; whatever is missing is filled in, an inbound one of Microsoft's. */
  put(referral: JsonObject, by?: ChangedBy): JsonObject;
  /** As if somebody edited it there: a new eTag, a new moment, an event. */
  change(id: string, mutate: (referral: JsonObject) => void, by?: ChangedBy): JsonObject;
  msftCopyOf(engagementId: string): JsonObject | undefined;
  /** A decision about a record, of whoever owns it: Microsoft about its copy, somebody in the portal about an own one. */
  decide(id: string, decision: PortalDecision, reason?: string): JsonObject;
  decideRegistration(id: string, status: WireRegistrationStatus, reason?: string): JsonObject;
  /** What lay unanswered for 14 days expires by the stand-in's clock; looked for at each request as well. */
  expire(): void;
}

const SOMEBODY: ChangedBy = { kind: 'page', name: 'somebody in Partner Center' };
const MICROSOFT: ChangedBy = { kind: 'microsoft', name: 'Microsoft' };
const SERVICE: ChangedBy = { kind: 'service', name: 'the service' };

const decisions: Readonly<Record<PortalDecision, readonly [string, string]>> = {
  accept: ['Active', 'Accepted'],
  decline: ['Closed', 'Declined'],
  won: ['Closed', 'Won'],
  lost: ['Closed', 'Lost'],
  error: ['Closed', 'Error'],
  expired: ['Closed', 'Expired'],
};

export function referralsState(
  records: Records,
  stamps: Stamps,
  organization: StandInOrganization,
): StandInState {
  const found = (id: string): StandInRecord => {
    const record = records.get(id);
    if (!record) throw new Error(`no referral ${id}`);
    return record;
  };
  const copyOf = (engagementId: string) =>
    records
      .ofEngagement(engagementId)
      .filter((record) => ownerOf(record) === MSFT)
      .at(-1);
  const change = (id: string, mutate: (referral: JsonObject) => void, by: ChangedBy) => {
    const record = found(id);
    const next = jsonCopy(record.referral);
    mutate(next);
    stampStatus(record.referral, next, stamps.next());
    records.replace(record, next, by);
    return jsonCopy(record.referral);
  };
  const state: StandInState = {
    list: () => records.all().map(({ referral }) => jsonCopy(referral)),
    get: (id) => jsonCopy(records.get(id)?.referral),
    historyOf: (id) => records.get(id)?.history ?? [],
    put(referral, by) {
      const fields = { ...inboundDefaults(referral, stamps, organization), ...jsonCopy(referral) };
      return jsonCopy(records.insert(fields, by ?? senderOf(fields)).referral);
    },
    change: (id, mutate, by = ownerOf(found(id)) === MSFT ? MICROSOFT : SOMEBODY) => change(id, mutate, by),
    msftCopyOf: (engagementId) => jsonCopy(copyOf(engagementId)?.referral),
    decide(id, decision, reason) {
      const [status, substatus] = decisions[decision];
      const ofMicrosoft = ownerOf(found(id)) === MSFT;
      const decided = change(
        id,
        (referral) => {
          Object.assign(referral, { status, substatus });
          if (reason !== undefined) referral.statusReason = reason;
        },
        decision === 'expired' ? SERVICE : ofMicrosoft ? MICROSOFT : SOMEBODY,
      );
      if (ofMicrosoft && decision === 'accept') opportunityBegins(String(decided.engagementId));
      return decided;
    },
    decideRegistration: (id, status, reason) =>
      change(
        id,
        (referral) => {
          const [registration] = referral.registrations as JsonObject[];
          if (!registration) throw new Error(`no registration of ${id}`);
          setWireRegistrationStatus(referral, registration, status, stamps.next());
          if (reason !== undefined) registration.statusReason = reason;
        },
        MICROSOFT,
      ),
    expire() {
      const now = stamps.now().getTime();
      for (const { expires, referral } of records.all()) {
        if (expires <= now) state.decide(String(referral.id), 'expired');
      }
    },
  };
  /** Microsoft's number of the opportunity comes once it takes part. */
  const opportunityBegins = (engagementId: string) => {
    const number = `7-${engagementId.slice(0, 8).toUpperCase()}`;
    for (const record of records.ofEngagement(engagementId)) {
      change(
        String(record.referral.id),
        (referral) => {
          objectIn(referral, 'trackingInfo').microsoftMsxId = number;
        },
        MICROSOFT,
      );
    }
  };
  return state;
}

function senderOf(fields: JsonObject): ChangedBy {
  const { organizationId } = objectIn(objectIn(fields, 'inviteContext'), 'invitedBy');
  return fields.organizationId === MSFT || organizationId === MSFT ? MICROSOFT : SOMEBODY;
}

function inboundDefaults(given: JsonObject, stamps: Stamps, { id, name, locations }: StandInOrganization) {
  const { createdDateTime = stamps.next(), status = 'New' } = given;
  return {
    organizationId: id,
    organizationName: name,
    createdDateTime,
    status: 'New',
    substatus: 'Pending',
    type: 'Shared',
    qualification: 'SalesQualified',
    direction: 'Incoming',
    mpnId: locations[0],
    expirationDateTime: status === 'New' ? stamps.expiry(String(createdDateTime)) : null,
    inviteContext: {
      invitedMpnId: locations[0],
      invitedBy: { organizationId: MSFT, organizationName: 'Microsoft' },
    },
  };
}
