import { type DealCommand, type DealRejection, decideDeal } from '#domain/deal/decideDeal.ts';
import {
  decideProgress,
  type ProgressCommand,
  type ProgressRejection,
  withFreshStage,
} from '#domain/deal/decideProgress.ts';
import {
  decideEngagement,
  type EngagementCommand,
  type EngagementRejection,
} from '#domain/engagement/decideEngagement.ts';
import { decideNote, type NoteCommand, type NoteRejection, saidBy } from '#domain/engagement/notes.ts';
import { applyDecisionElsewhere, asFirstDelivery, mergeFacts } from '#domain/referral/mergeSnapshot.ts';
import type { Actor, CloseReason, Contact, Money, Referral, Solution } from '#domain/referral/referral.ts';
import type { EditableFields, ReferralSnapshot } from '#domain/referral/snapshot.ts';
import { holderOf, sameAddress } from '#domain/referral/team.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import {
  decideRegistration,
  type RegistrationCommand,
  type RegistrationRejection,
} from '#domain/registration/decideRegistration.ts';
import { decideSync, type SyncCommand, type SyncRejection } from '#domain/sync/decideSync.ts';
import { type HearMicrosoft, hearMicrosoft } from '#domain/sync/hearMicrosoft.ts';
import { stillUnsynced } from '#domain/sync/received.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import { consequences, type ReferralEvent } from './consequences.ts';

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

export type ReferralCommand =
  | DealCommand
  | EngagementCommand
  | ProgressCommand
  | NoteCommand
  | RegistrationCommand
  | SyncCommand
  | HearMicrosoft
  | {
      type: 'referral.accept';
      by: string;
      at: Instant;
      entries: AcceptanceEntries;
      /** Who accepts, as the team names them; without an e-mail nobody has it in hand (CR-58). */
      seller?: Contact | undefined;
    }
  | { type: 'referral.decline'; by: string; at: Instant; reason: CloseReason; notes?: string | undefined }
  | { type: 'referral.expire'; at: Instant }
  | {
      type: 'referral.update';
      at: Instant;
      snapshot: ReferralSnapshot;
      /** What was received last, or what a deal created here began with. */
      lastReceived: EditableFields;
      /** Nothing was received before of a deal that was created here. */
      first?: boolean | undefined;
      /** What of it the connection itself just wrote there: that it moved is no change of somebody else's. */
      wrote?: readonly SyncField[] | undefined;
    };

/** Why a command was refused; each code has words in every language. */
export type ReferralRejection =
  | 'already-accepted'
  | 'already-declined'
  | 'already-expired'
  | 'already-closed'
  | 'not-yet-expired'
  | 'not-inbound'
  | DealRejection
  | EngagementRejection
  | ProgressRejection
  | NoteRejection
  | RegistrationRejection
  | SyncRejection;

export type { ReferralEvent } from './consequences.ts';

export type ReferralDecision =
  | { ok: true; state: Referral; events: readonly ReferralEvent[] }
  | { ok: false; rejection: ReferralRejection };

/**
 * Decides a command on one party's referral (CR-30 to CR-50) and says all that follows from it.
 * A refusal is a value; the state that explains it is the one passed in.
 */
export function decideReferral(state: Referral, command: ReferralCommand): ReferralDecision {
  const step = decide(state, command);
  if (!step.ok) return step;
  if (!step.changed) return { ok: true, state: step.state, events: [] };
  const after = { ...withFreshStage(state, step.state), revision: state.revision + 1 };
  const says = command.type === 'note.add' || command.type === 'engagement.receive';
  const said = says ? saidBy(state, command) : [];
  const cause = { what: command.type, by: actorOf(command), at: command.at, said };
  const followed = consequences(state, after, cause);
  const expired: ReferralEvent[] = command.type === 'referral.expire' ? [{ type: 'referral.expired' }] : [];
  return {
    ok: true,
    state: followed.state,
    events: [{ type: 'referral.changed' }, ...expired, ...followed.events],
  };
}

function actorOf(command: ReferralCommand): Actor {
  if ('by' in command) return { kind: 'person', personId: command.by };
  if (command.type === 'engagement.receive') {
    return { kind: 'party', organization: command.message.from.organization };
  }
  return { kind: command.type === 'referral.expire' ? 'clock' : 'partner-center' };
}

type Step = { ok: true; state: Referral; changed: boolean } | { ok: false; rejection: ReferralRejection };

function decide(state: Referral, command: ReferralCommand): Step {
  switch (command.type) {
    case 'referral.update':
      return update(state, command);
    case 'referral.accept':
    case 'referral.decline':
    case 'referral.expire':
      return answer(state, command);
    case 'partner.invite':
    case 'partner.remind':
    case 'engagement.receive':
      return decideEngagement(state, command);
    case 'note.add':
      return explained(state, decideNote(state, command));
    case 'stage.mark':
    case 'deal.win':
    case 'deal.lose':
    case 'deal.error':
      return explained(state, decideProgress(state, command));
    case 'registration.register':
    case 'registration.review':
      return decideRegistration(state, command);
    case 'sync.microsoft':
      return hearMicrosoft(state, command);
    case 'sync.enter':
    case 'sync.settle':
    case 'sync.drop':
    case 'sync.retry':
    case 'sync.sent':
    case 'sync.refuse':
      return decideSync(state, command);
    default:
      return explained(state, decideDeal(state, command));
  }
}

/** Who comes too late is told how the deal ended. */
function explained(state: Referral, step: Step): Step {
  const closed = !step.ok && step.rejection === 'already-closed' && state.stage === 'closed';
  return closed ? { ok: false, rejection: rejectionOf(state) } : step;
}

type Answer = Extract<ReferralCommand, { type: 'referral.accept' | 'referral.decline' | 'referral.expire' }>;

function answer(state: Referral, command: Answer): Step {
  if (state.stage !== 'received') return { ok: false, rejection: rejectionOf(state) };
  if (state.direction !== 'inbound') return { ok: false, rejection: 'not-inbound' };
  const late = command.at >= state.expiresAt;
  const closed = { ...state, stage: 'closed' as const, closedAt: command.at };
  if (command.type === 'referral.expire') {
    if (!late) return { ok: false, rejection: 'not-yet-expired' };
    return { ok: true, state: { ...closed, outcome: 'expired', closedBy: { kind: 'clock' } }, changed: true };
  }
  if (late) return { ok: false, rejection: 'already-expired' };
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
export function rejectionOf(state: Exclude<Referral, { stage: 'received' }>): ReferralRejection {
  if (state.stage === 'accepted') return 'already-accepted';
  if (state.outcome === 'declined') return 'already-declined';
  if (state.outcome === 'expired') return 'already-expired';
  return 'already-closed';
}

function update(state: Referral, command: Extract<ReferralCommand, { type: 'referral.update' }>): Step {
  const { snapshot, lastReceived, wrote, first } = command;
  const told = first ? asFirstDelivery(snapshot, state, lastReceived) : snapshot;
  const merged = mergeFacts(state, told, lastReceived, wrote);
  const decision = applyDecisionElsewhere(merged.state, snapshot, command.at);
  // Compared with what really stands there, not with what a first delivery is taken for.
  const unsynced = stillUnsynced(decision.state, command);
  const synced = !same(unsynced, state.unsynced);
  const changed = decision.moved || merged.changed || synced;
  return { ok: true, state: synced ? { ...decision.state, unsynced } : decision.state, changed };
}
