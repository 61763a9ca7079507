import { type DealCommand, type DealRejection, decideDeal } from './decideDeal.ts';
import type { Instant } from './instant.ts';
import { applyDecisionElsewhere, mergeFacts } from './mergeSnapshot.ts';
import type { CloseReason, Contact, Money, Referral } from './referral.ts';
import type { EditableFields, ReferralSnapshot } from './snapshot.ts';

/** What a seller enters when accepting (CR-35). */
export interface AcceptanceEntries {
  name: string;
  value: Money;
  closeDate: string;
  notes?: string | undefined;
  crmId?: string | undefined;
  campaignId?: string | undefined;
  /** The whole team afterwards; absent leaves it as it is. */
  team?: readonly Contact[] | undefined;
}

export type ReferralCommand =
  | DealCommand
  | { type: 'referral.accept'; by: string; at: Instant; entries: AcceptanceEntries }
  | { type: 'referral.decline'; by: string; at: Instant; reason: CloseReason; notes?: string | undefined }
  | { type: 'referral.expire'; at: Instant }
  | { type: 'referral.update'; at: Instant; snapshot: ReferralSnapshot; lastReceived: EditableFields };

/** `changed`: something that people see is different. `expired`: time ran out here. */
export type ReferralEvent = { type: 'referral.changed' } | { type: 'referral.expired' };

/** Why a command was refused; each code has words in every language. */
export type ReferralRejection =
  | 'already-accepted'
  | 'already-declined'
  | 'already-expired'
  | 'already-closed'
  | 'not-yet-expired'
  | 'not-inbound'
  | DealRejection;

export type ReferralDecision =
  | { ok: true; state: Referral; events: readonly ReferralEvent[] }
  | { ok: false; rejection: ReferralRejection };

/**
 * Decides a command on one party's referral (CR-34 to CR-38, CR-50).
 * A refusal is a value; the state that explains it is the one passed in.
 */
export function decideReferral(state: Referral, command: ReferralCommand): ReferralDecision {
  if (command.type === 'referral.update') return update(state, command);
  if (isForDeal(command)) return deal(state, command);
  if (state.stage !== 'received') return { ok: false, rejection: rejectionOf(state) };
  if (state.direction !== 'inbound') return { ok: false, rejection: 'not-inbound' };
  const late = command.at >= state.expiresAt;
  const revision = state.revision + 1;
  switch (command.type) {
    case 'referral.expire':
      if (!late) return { ok: false, rejection: 'not-yet-expired' };
      return {
        ok: true,
        state: {
          ...state,
          stage: 'closed',
          outcome: 'expired',
          closedAt: command.at,
          closedBy: { kind: 'clock' },
          revision,
        },
        events: [{ type: 'referral.changed' }, { type: 'referral.expired' }],
      };
    case 'referral.accept': {
      if (late) return { ok: false, rejection: 'already-expired' };
      const { team, ...entries } = command.entries;
      return {
        ok: true,
        state: {
          ...state,
          ...entries,
          team: team ?? state.team,
          stage: 'accepted',
          acceptedAt: command.at,
          acceptedBy: { kind: 'person', personId: command.by },
          revision,
        },
        events: [{ type: 'referral.changed' }],
      };
    }
    case 'referral.decline':
      if (late) return { ok: false, rejection: 'already-expired' };
      return {
        ok: true,
        state: {
          ...state,
          stage: 'closed',
          outcome: 'declined',
          closedAt: command.at,
          closedBy: { kind: 'person', personId: command.by },
          reason: command.reason,
          closingNotes: command.notes,
          revision,
        },
        events: [{ type: 'referral.changed' }],
      };
    default:
      return command satisfies never;
  }
}

/** What someone who comes too late is told of a referral that is decided. */
export function rejectionOf(state: Exclude<Referral, { stage: 'received' }>): ReferralRejection {
  if (state.stage === 'accepted') return 'already-accepted';
  if (state.outcome === 'declined') return 'already-declined';
  if (state.outcome === 'expired') return 'already-expired';
  return 'already-closed';
}

function isForDeal(command: ReferralCommand): command is DealCommand {
  return command.type.startsWith('deal.');
}

function deal(state: Referral, command: DealCommand): ReferralDecision {
  const decision = decideDeal(state, command);
  if (!decision.ok) {
    const closed = state.stage === 'closed' && decision.rejection === 'already-closed';
    return { ok: false, rejection: closed ? rejectionOf(state) : decision.rejection };
  }
  if (!decision.changed) return { ok: true, state, events: [] };
  return {
    ok: true,
    state: { ...decision.state, revision: state.revision + 1 },
    events: [{ type: 'referral.changed' }],
  };
}

function update(
  state: Referral,
  command: Extract<ReferralCommand, { type: 'referral.update' }>,
): ReferralDecision {
  const merged = mergeFacts(state, command.snapshot, command.lastReceived);
  const { state: decided, moved } = applyDecisionElsewhere(merged.state, command.snapshot, command.at);
  if (!moved && !merged.changed) return { ok: true, state: merged.state, events: [] };
  return {
    ok: true,
    state: { ...decided, revision: state.revision + 1 },
    events: [{ type: 'referral.changed' }],
  };
}
