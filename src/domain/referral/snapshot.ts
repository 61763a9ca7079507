import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { ClosedOutcome, CloseReason, Referral, ReferralFacts } from './referral.ts';

/** The fields sellers may change (CR-20, CR-23, CR-25, CR-35, CR-39, CR-40), as they stood in Partner Center. */
export type EditableFields = Pick<
  ReferralFacts,
  | 'name'
  | 'value'
  | 'closeDate'
  | 'notes'
  | 'crmId'
  | 'campaignId'
  | 'team'
  | 'solutions'
  | 'assistance'
  | 'consent'
  | 'salesStage'
>;

/** Where Partner Center says the referral stands. */
export type SnapshotStatus =
  | { stage: 'received' }
  | { stage: 'accepted'; at?: Instant | undefined }
  | {
      stage: 'closed';
      outcome: ClosedOutcome;
      at?: Instant | undefined;
      reason?: CloseReason | undefined;
      reasonText?: string | undefined;
      /** What was said beside the reason. */
      closingNotes?: string | undefined;
    };

/** Hours an undecided referral lives when Partner Center names no expiry (CR-38: 14 days). */
const DEFAULT_LIFETIME_HOURS = 14 * 24;

/** A referral as Partner Center sent it at one moment; the dates that it may leave out are kept from earlier ones. */
export interface ReferralSnapshot {
  facts: Omit<ReferralFacts, 'organization' | 'revision' | 'createdAt' | 'expiresAt'> & {
    createdAt?: Instant | undefined;
    expiresAt?: Instant | undefined;
  };
  status: SnapshotStatus;
}

/** The part of a referral that is compared when the next delivery arrives. */
export function editableFields(facts: EditableFields): EditableFields {
  const { name, value, closeDate, notes, crmId, campaignId, team } = facts;
  const { solutions, assistance, consent, salesStage } = facts;
  return {
    name,
    value,
    closeDate,
    notes,
    crmId,
    campaignId,
    team,
    solutions,
    assistance,
    consent,
    salesStage,
  };
}

/**
 * A referral seen for the first time. One that is undecided although its time has run out is Expired at once (CR-38).
 */
export function openReferral(snapshot: ReferralSnapshot, organization: string, at: Instant): Referral {
  const createdAt = snapshot.facts.createdAt ?? at;
  const expiresAt = snapshot.facts.expiresAt ?? plusHours(createdAt, DEFAULT_LIFETIME_HOURS);
  const facts: ReferralFacts = { ...snapshot.facts, createdAt, expiresAt, organization, revision: 1 };
  const { status } = snapshot;
  if (status.stage === 'accepted') {
    return {
      ...facts,
      stage: 'accepted',
      acceptedAt: status.at ?? at,
      acceptedBy: { kind: 'partner-center' },
    };
  }
  if (status.stage === 'closed') return closedElsewhere(facts, status, at);
  if (facts.direction === 'inbound' && at >= facts.expiresAt) {
    return { ...facts, stage: 'closed', outcome: 'expired', closedAt: at, closedBy: { kind: 'clock' } };
  }
  return { ...facts, stage: 'received' };
}

/** The facts with the end that Partner Center reports. */
export function closedElsewhere(
  facts: ReferralFacts,
  status: Extract<SnapshotStatus, { stage: 'closed' }>,
  at: Instant,
): Referral {
  return {
    ...facts,
    stage: 'closed',
    outcome: status.outcome,
    closedAt: status.at ?? at,
    closedBy: { kind: 'partner-center' },
    reason: status.reason,
    reasonText: status.reasonText,
    ...(status.closingNotes !== undefined && { closingNotes: status.closingNotes }),
  };
}
