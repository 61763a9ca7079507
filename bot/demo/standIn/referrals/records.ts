import { randomUUID } from 'node:crypto';
import { type JsonObject, jsonCopy, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { Stamps } from '#bot/demo/standIn/stamps.ts';
import { type FieldChange, fieldChanges } from './fieldChanges.ts';
import { referralShape } from './shape.ts';
import { completed } from './shaping.ts';

/** Who changed something: an account by the API, a person on Partner Center's page, Microsoft, or the service. */
export interface ChangedBy {
  kind: 'api' | 'page' | 'microsoft' | 'service';
  name: string;
}

export interface HistoryEntry {
  at: string;
  by: ChangedBy;
  what: 'created' | 'changed';
  fields: FieldChange[];
}

export interface StandInRecord {
  referral: JsonObject;
  /** From when on it stands in lists, in milliseconds. */
  listedFrom: number;
  /** When it expires unless it is answered, in milliseconds. */
  expires: number;
  history: HistoryEntry[];
}

/** Told of each thing that happens to a record. */
export type RecordListener = (record: StandInRecord, what: 'created' | 'changed', by: ChangedBy) => void;

export interface Records {
  all(): StandInRecord[];
  get(id: string): StandInRecord | undefined;
  ofEngagement(engagementId: string): StandInRecord[];
  /** Everything that is missing is filled in. */
  insert(fields: JsonObject, by: ChangedBy, listedFrom?: number): StandInRecord;
  /** A new state of a record, under a new eTag. */
  replace(record: StandInRecord, next: JsonObject, by: ChangedBy): void;
}

export const MSFT = 'msft';

export function recordsOf(stamps: Stamps, linkBase: string, tell: RecordListener): Records {
  const byId = new Map<string, StandInRecord>();
  const byEngagement = new Map<string, StandInRecord[]>();
  let versions = 0;
  const stamp = (referral: JsonObject, at: string) => {
    referral.updatedDateTime = at;
    referral.eTag = eTagOf(++versions, stamps.now());
  };
  return {
    all: () => [...byId.values()],
    get: (id) => byId.get(id.toLowerCase()),
    ofEngagement: (engagementId) => byEngagement.get(engagementId) ?? [],
    insert(fields, by, listedFrom = 0) {
      const at = stamps.next();
      const { id = randomUUID(), engagementId = randomUUID() } = fields;
      const referral = completed({ ...fields, id, engagementId }, referralShape) as JsonObject;
      referral.createdDateTime ??= at;
      const { updatedDateTime } = referral;
      stamp(referral, typeof updatedDateTime === 'string' ? updatedDateTime : at);
      if (typeof fields.eTag === 'string') referral.eTag = fields.eTag;
      referral.links = linksOf(linkBase, String(id), String(engagementId), versions);
      const record: StandInRecord = {
        referral,
        listedFrom,
        expires: expiryOf(referral, stamps),
        history: [{ at, by, what: 'created', fields: [] }],
      };
      byId.set(String(id).toLowerCase(), record);
      const siblings = byEngagement.get(String(engagementId)) ?? [];
      const others = siblings.filter((one) => one.referral.id !== id);
      byEngagement.set(String(engagementId), [...others, record]);
      tell(record, 'created', by);
      return record;
    },
    replace(record, next, by) {
      const fields = fieldChanges(record.referral, next);
      const at = stamps.next();
      stamp(next, at);
      record.referral = next;
      record.expires = expiryOf(next, stamps);
      record.history.push({ at, by, what: 'changed', fields });
      tell(record, 'changed', by);
    },
  };
}

/** Whose record it is: an organization's id, or msft. */
export const ownerOf = ({ referral }: StandInRecord): string => String(referral.organizationId);

function expiryOf({ status, expirationDateTime, createdDateTime }: JsonObject, stamps: Stamps): number {
  if (status !== 'New') return Number.POSITIVE_INFINITY;
  return Date.parse(String(expirationDateTime ?? stamps.expiry(String(createdDateTime))));
}

function eTagOf(version: number, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000).toString(16);
  return `"${version.toString(16).padStart(8, '0')}-0000-0100-0000-${seconds.padStart(8, '0')}0000"`;
}

/** Addresses as they were published: with a typo, without a slash and a question mark, or right. */
function linksOf(base: string, id: string, engagementId: string, turn: number): JsonObject {
  const related = [
    `${base}/engagements/referrals?$filter=engagementId eq ${engagementId}`,
    `${base}/engagments/referrals?$filter=engagementId eq '${engagementId}'`,
    `${base}/engagements/referrals$filter=engagementId eq '${engagementId}'`,
  ][turn % 3];
  const self = `${base}/engagements/referrals${turn % 3 === 2 ? '' : '/'}${id}`;
  return { relatedReferrals: { uri: related, method: 'GET' }, self: { uri: self, method: 'GET' } };
}

/** The solutions, the customer and the like of a deal, as another party's copy begins. */
export function sharedWith(referral: JsonObject): JsonObject {
  const { name, qualification, customerProfile, consent, details } = jsonCopy(referral);
  const { notes: _, ...rest } = objectIn({ details }, 'details');
  return { name, qualification, customerProfile, consent, details: rest };
}
