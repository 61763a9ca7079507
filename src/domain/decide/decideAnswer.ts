import type {
  Actor,
  CloseReason,
  Contact,
  EscalationTarget,
  Money,
  Referral,
  Solution,
} from '#domain/referral/referral.ts';
import { holderOf, sameAddress } from '#domain/referral/team.ts';
import type { Instant } from '#domain/values/instant.ts';

/** What a seller enters when accepting (CR-35). */
export interface AcceptanceEntries {
  name: string;
  value: Money;
  closeDate: string;
  notes?: string | undefined;
  crmId?: string | undefined;
  campaignId?: string | undefined;
  /** The whole of them afterwards (CR-30); absent leaves them as they are. */
  solutions?: readonly Solution[] | undefined;
  /** The whole team afterwards; absent leaves it as it is. */
  team?: readonly Contact[] | undefined;
}

export type AnswerCommand =
  | {
      type: 'referral.accept';
      by: string;
      at: Instant;
      entries: AcceptanceEntries;
      /** Who accepts, as the team names them; without an e-mail nobody has it in hand (CR-58). */
      seller?: Contact | undefined;
    }
  | { type: 'referral.decline'; by: string; at: Instant; reason: CloseReason; notes?: string | undefined }
  | { type: 'referral.escalate'; at: Instant; to: EscalationTarget; days: number }
  | { type: 'referral.expire'; at: Instant };

/** Why a referral is not answered, or a closed one stays closed. */
export type AnswerRejection =
  | 'already-accepted'
  | 'already-declined'
  | 'already-expired'
  | 'already-closed'
  | 'not-yet-expired'
  | 'not-inbound';

export type AnswerDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: AnswerRejection };

/** Decides the answer to a received referral (CR-34 to CR-38): of several the first counts, and time is one of them. */
export function decideAnswer(state: Referral, command: AnswerCommand): AnswerDecision {
  if (state.stage !== 'received') return { ok: false, rejection: rejectionOf(state) };
  if (state.direction !== 'inbound') return { ok: false, rejection: 'not-inbound' };
  const late = command.at >= state.expiresAt;
  const closed = { ...state, stage: 'closed' as const, closedAt: command.at };
  if (command.type === 'referral.expire') {
    if (!late) return { ok: false, rejection: 'not-yet-expired' };
    return { ok: true, state: { ...closed, outcome: 'expired', closedBy: { kind: 'clock' } }, changed: true };
  }
  if (late) return { ok: false, rejection: 'already-expired' };
  if (command.type === 'referral.escalate') {
    const { to, at, days } = command;
    const known = state.escalated?.to === to || state.escalated?.to === 'company';
    return { ok: true, state: known ? state : { ...state, escalated: { to, at, days } }, changed: !known };
  }
  const by: Actor = { kind: 'person', personId: command.by };
  if (command.type === 'referral.decline') {
    const { reason, notes: closingNotes } = command;
    return {
      ok: true,
      state: { ...closed, outcome: 'declined', closedBy: by, reason, closingNotes },
      changed: true,
    };
  }
  const { team = state.team, solutions, ...entries } = command.entries;
  const accepted = { stage: 'accepted' as const, acceptedAt: command.at, acceptedBy: by };
  const worked = withSeller({ ...state, team }, command.seller);
  return {
    ok: true,
    state: { ...worked, ...entries, ...(solutions && { solutions }), ...accepted },
    changed: true,
  };
}

/** Whoever accepts works on it: in its team, and with it in hand unless somebody else has it (CR-58). */
function withSeller<S extends Referral>(state: S, seller: Contact | undefined): S {
  const address = seller?.email?.trim().toLowerCase();
  if (!seller || !address || holderOf(state)) return state;
  const known = state.team.some((one) => sameAddress(one, seller));
  return { ...state, team: known ? state.team : [...state.team, seller], holder: address };
}

/** What someone who comes too late is told of a referral that is decided. */
export function rejectionOf(state: Exclude<Referral, { stage: 'received' }>): AnswerRejection {
  if (state.stage === 'accepted') return 'already-accepted';
  if (state.outcome === 'declined') return 'already-declined';
  if (state.outcome === 'expired') return 'already-expired';
  return 'already-closed';
}
