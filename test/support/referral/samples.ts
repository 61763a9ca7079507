import type { ReferralDecision } from '#domain/decide/decideReferral.ts';
import type {
  AcceptedReferral,
  ClosedReferral,
  ReceivedReferral,
  ReferralFacts,
} from '#domain/referral/referral.ts';
import type { ReferralSnapshot, SnapshotStatus } from '#domain/referral/snapshot.ts';

const CREATED = '2026-11-02T09:00:00.000Z';
export const EXPIRES = '2026-11-16T09:00:00.000Z';
export const BEFORE = '2026-11-10T12:00:00.000Z';

/** What every sample has in common. */
export function facts(changes: Partial<ReferralFacts> = {}): ReferralFacts {
  return {
    id: '0d0d0000-0000-4000-8000-000000000001',
    organization: 'contoso',
    direction: 'inbound',
    location: '1234567',
    name: 'Fabrikam analytics',
    customer: { name: 'Fabrikam Ltd', addressLines: ['1 Main Street'], contacts: [] },
    value: { amount: 120000, currency: 'USD' },
    closeDate: '2027-02-01',
    notes: 'Reports take a night',
    wanted: { solutions: [], products: [], services: [], industries: [] },
    team: [{ name: 'Bo Partner', email: 'bo.partner@contoso.example', phone: '9175550100' }],
    createdAt: CREATED,
    expiresAt: EXPIRES,
    revision: 3,
    ...changes,
  };
}

export function received(changes: Partial<ReferralFacts> = {}): ReceivedReferral {
  return { ...facts(changes), stage: 'received' };
}

export function accepted(changes: Partial<AcceptedReferral> = {}): AcceptedReferral {
  return {
    ...facts(),
    acceptedAt: '2026-11-03T10:00:00.000Z',
    acceptedBy: { kind: 'person', personId: 'tenant:anna' },
    ...changes,
    stage: 'accepted',
  };
}

export function closed(changes: Partial<ClosedReferral> = {}): ClosedReferral {
  return {
    ...facts(),
    outcome: 'declined',
    closedAt: '2026-11-03T10:00:00.000Z',
    closedBy: { kind: 'person', personId: 'tenant:anna' },
    reason: 'budget',
    closingNotes: 'Next year perhaps',
    ...changes,
    stage: 'closed',
  };
}

/** Expired by our own clock. */
export function expiredHere(): ClosedReferral {
  const { reason: _reason, closingNotes: _notes, ...rest } = closed();
  return { ...rest, outcome: 'expired', closedAt: EXPIRES, closedBy: { kind: 'clock' } };
}

/** The same referral as Partner Center would send it. */
export function snapshot(status: SnapshotStatus, changes: Partial<ReferralFacts> = {}): ReferralSnapshot {
  const { organization: _organization, revision: _revision, ...rest } = facts(changes);
  return { facts: rest, status };
}

/** The value as a store gives it back: a copy without what is undefined. Throws on what no store keeps. */
export function stored<T>(value: T): T {
  return copied(value) as T;
}

// By hand, because whole lives of deals are kept thousands of times, and JSON takes five times as long.
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copied(item) ?? null);
  if (typeof value === 'object' && value !== null)
    return copiedFields(value as Readonly<Record<string, unknown>>);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`no store keeps ${value}`);
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new TypeError('no store keeps this');
  return value;
}

function copiedFields(value: Readonly<Record<string, unknown>>): unknown {
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('no store keeps this');
  const copy: Record<string, unknown> = {};
  for (const field of Object.keys(value)) {
    const inner = value[field];
    if (inner !== undefined) copy[field] = typeof inner === 'string' ? inner : copied(inner);
  }
  return copy;
}

/** A decision with its events by name, where what they carry, and what the card keeps of it, is not what is asked. */
export function named(decision: ReferralDecision) {
  if (!decision.ok) return decision;
  const { recent: _, ...state } = decision.state;
  return { ...decision, state, events: decision.events.map(({ type }) => type) };
}
