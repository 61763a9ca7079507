import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import {
  type ChangedBy,
  ownerOf,
  type Records,
  type StandInRecord,
} from '#bot/demo/standIn/referrals/records.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';

export const webhookEventNames = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'test-created',
] as const;
export type WebhookEventName = (typeof webhookEventNames)[number];

/** The body of a delivery. Its address is not that of the Referrals API: the id in it is what counts. */
export function referralEvent(name: WebhookEventName, id: string, at: string): JsonObject {
  return {
    EventName: name,
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`,
    ResourceName: 'referral',
    AuditUri: null,
    ResourceChangeUtcDate: at.replace(/Z$/, '+00:00'),
  };
}

/** What is told of a change of a record, or undefined where nothing is. */
export function eventOf(
  record: StandInRecord,
  what: 'created' | 'changed',
  by: ChangedBy,
  about: { records: Records; switches: Switches; organizationId: string },
): JsonObject | undefined {
  const { records, switches, organizationId } = about;
  if (by.kind === 'api' && switches.ownChanges === 'silent') return undefined;
  const own = ownerOf(record) === organizationId;
  const siblings = records.ofEngagement(String(record.referral.engagementId));
  const ownRecord = siblings.find((one) => ownerOf(one) === organizationId);
  // An engagement without a record of one's own is nobody's business here.
  if (!ownRecord) return undefined;
  const told = own || switches.relatedId === 'microsofts' ? record : ownRecord;
  const happened = what === 'created' ? 'created' : 'updated';
  return referralEvent(
    own ? `referral-${happened}` : `related-referral-${happened}`,
    String(told.referral.id),
    String(record.referral.updatedDateTime),
  );
}
