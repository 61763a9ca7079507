import type { Instant } from './instant.ts';
import type { Referral, ReferralFacts } from './referral.ts';
import { closedElsewhere, type EditableFields, type ReferralSnapshot } from './snapshot.ts';

/**
 * Takes over what Partner Center changed since its last delivery. A field that a seller may have changed here is
 * replaced only when Partner Center's own value moved, so that what was typed on acceptance is not undone by a
 * delivery about something else.
 */
export function mergeFacts<S extends Referral>(
  state: S,
  snapshot: ReferralSnapshot,
  lastReceived: EditableFields,
): { state: S; changed: boolean } {
  const incoming = snapshot.facts;
  const pick = <K extends keyof EditableFields>(key: K): EditableFields[K] =>
    same(incoming[key], lastReceived[key]) ? state[key] : incoming[key];
  const facts: Omit<ReferralFacts, 'organization' | 'revision'> = {
    ...incoming,
    id: state.id,
    createdAt: incoming.createdAt ?? state.createdAt,
    expiresAt: incoming.expiresAt ?? state.expiresAt,
    name: pick('name'),
    value: pick('value'),
    closeDate: pick('closeDate'),
    notes: pick('notes'),
    crmId: pick('crmId'),
    campaignId: pick('campaignId'),
    team: pick('team'),
  };
  const next = { ...state, ...facts };
  return { state: next, changed: !same(next, state) };
}

/**
 * Lets a decision made in Partner Center count here (CR-34 to CR-38), and never runs backwards: what is undecided
 * there leaves a decision made here; a closed referral stays closed. The one end that yields is an expiry by our own
 * clock, because a decision that Partner Center reports was taken before it.
 */
export function applyDecisionElsewhere(
  state: Referral,
  snapshot: ReferralSnapshot,
  at: Instant,
): { state: Referral; moved: boolean } {
  const { status } = snapshot;
  const open = state.stage !== 'closed' || (state.outcome === 'expired' && state.closedBy.kind === 'clock');
  if (status.stage === 'received' || !open) return { state, moved: false };
  if (status.stage === 'closed') return { state: closedElsewhere(factsOf(state), status, at), moved: true };
  if (state.stage === 'accepted') return { state, moved: false };
  return {
    state: {
      ...factsOf(state),
      stage: 'accepted',
      acceptedAt: status.at ?? at,
      acceptedBy: { kind: 'partner-center' },
    },
    moved: true,
  };
}

function factsOf(state: Referral): ReferralFacts {
  const {
    stage: _stage,
    acceptedAt: _acceptedAt,
    acceptedBy: _acceptedBy,
    outcome: _outcome,
    closedAt: _closedAt,
    closedBy: _closedBy,
    reason: _reason,
    reasonText: _reasonText,
    closingNotes: _closingNotes,
    ...facts
  } = state as Referral & Record<string, unknown>;
  return facts as ReferralFacts;
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** JSON with sorted keys, so that the order in which a sender writes its fields does not count as a change. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : inner,
    ) ?? 'undefined'
  );
}
