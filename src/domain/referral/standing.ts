import type { ClosedReferral, Referral, ReferralFacts } from './referral.ts';
import { type OpenStanding, pendingOf } from './undoable.ts';

/** A referral without where it stands. */
export function factsOf(state: Referral): ReferralFacts {
  const {
    stage: _stage,
    acceptedAt: _acceptedAt,
    acceptedBy: _acceptedBy,
    outcome: _outcome,
    closedAt: _closedAt,
    closedBy: _closedBy,
    reason: _reason,
    errorReason: _errorReason,
    reasonText: _reasonText,
    closingNotes: _closingNotes,
    ...facts
  } = state as Referral & Record<string, unknown>;
  return facts as ReferralFacts;
}

/** Where an open deal stands, for giving it back. */
export function openStandingOf(state: Exclude<Referral, ClosedReferral>): OpenStanding {
  if (state.stage === 'received') return { stage: 'received' };
  const { acceptedAt, acceptedBy } = state;
  return { stage: 'accepted', acceptedAt, acceptedBy };
}

/** The referral as it stood before it was decided. */
export function withStanding(state: Referral, standing: OpenStanding): Exclude<Referral, ClosedReferral> {
  return { ...factsOf(state), ...standing };
}

/** An open record with the end of another state of it. */
export function withEndOf(open: Referral, closed: ClosedReferral): Referral {
  const { stage, outcome, closedAt, closedBy, reason, errorReason, reasonText, closingNotes } = closed;
  const end = { outcome, closedAt, closedBy, reason, errorReason, reasonText, closingNotes };
  return { ...open, stage, ...end };
}

/**
 * The referral as it counts for everybody outside the organization: a decision that can still be taken back has not been
 * made (CR-42, CR-50). The other parties, Partner Center and whoever follows the records are told of this one alone.
 */
export function outward(referral: Referral): Referral {
  const pending = pendingOf(referral);
  return pending ? withStanding(referral, pending.was) : referral;
}
