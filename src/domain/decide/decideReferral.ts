import { type DealCommand, type DealRejection, decideDeal } from '#domain/deal/decideDeal.ts';
import {
  decideProgress,
  type ProgressCommand,
  type ProgressRejection,
  withFreshStage,
} from '#domain/deal/decideProgress.ts';
import { decideUndo, stepMeant, type UndoCommand, type UndoRejection } from '#domain/deal/decideUndo.ts';
import {
  decideEngagement,
  type EngagementCommand,
  type EngagementRejection,
} from '#domain/engagement/decideEngagement.ts';
import { decideNote, type NoteCommand, type NoteRejection, saidBy } from '#domain/engagement/notes.ts';
import { applyDecisionElsewhere, asFirstDelivery, mergeFacts } from '#domain/referral/mergeSnapshot.ts';
import type { Actor, Referral } from '#domain/referral/referral.ts';
import type { EditableFields, ReferralSnapshot } from '#domain/referral/snapshot.ts';
import { outward, withEndOf } from '#domain/referral/standing.ts';
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
import { type AnswerCommand, type AnswerRejection, decideAnswer, rejectionOf } from './decideAnswer.ts';
import { madeFinal } from './final.ts';
import { withUndoable } from './noteUndoable.ts';

export type ReferralCommand =
  | DealCommand
  | EngagementCommand
  | ProgressCommand
  | NoteCommand
  | RegistrationCommand
  | SyncCommand
  | HearMicrosoft
  | UndoCommand
  | AnswerCommand
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
  | AnswerRejection
  | DealRejection
  | EngagementRejection
  | ProgressRejection
  | NoteRejection
  | RegistrationRejection
  | SyncRejection
  | UndoRejection;

export type { ReferralEvent } from './consequences.ts';

export type ReferralDecision =
  | { ok: true; state: Referral; events: readonly ReferralEvent[] }
  | { ok: false; rejection: ReferralRejection };

/**
 * Decides a command on one party's referral (CR-30 to CR-50) and says all that follows from it.
 * A refusal is a value; the state that explains it is the one passed in.
 */
export function decideReferral(state: Referral, command: ReferralCommand): ReferralDecision {
  const final = endsPending(state, command) ? madeFinal(state, command.at) : undefined;
  if (!final) return decideOne(state, command);
  const next = decideOne(final.state, command);
  return next.ok ? { ...next, events: [...final.events, ...next.events] } : next;
}

function decideOne(state: Referral, command: ReferralCommand): ReferralDecision {
  const step = goesOnBeside(command) ? besidePending(state, command) : decide(state, command);
  if (!step.ok) return step;
  if (!step.changed) return { ok: true, state: step.state, events: [] };
  const after = { ...withFreshStage(state, step.state), revision: state.revision + 1 };
  const says = command.type === 'note.add' || command.type === 'engagement.receive';
  const said = says ? saidBy(state, command) : [];
  const undone = command.type === 'deal.undo' ? stepMeant(state, command)?.what : undefined;
  const cause = { what: command.type, by: actorOf(command), at: command.at, said, ...(undone && { undone }) };
  const followed = consequences(state, withUndoable(state, after, cause), cause);
  const expired: ReferralEvent[] = command.type === 'referral.expire' ? [{ type: 'referral.expired' }] : [];
  return {
    ok: true,
    state: followed.state,
    events: [{ type: 'referral.changed' }, ...expired, ...followed.events],
  };
}

/** What comes from outside, or is about Partner Center: it meets the record as it counts there. */
function goesOnBeside({ type }: ReferralCommand): boolean {
  return type === 'referral.update' || type === 'engagement.receive' || type.startsWith('sync.');
}

/**
 * What comes while a decision can still be taken back changes the record under it, as if nothing had been decided: that
 * is what there is to go back to.
 */
function besidePending(state: Referral, command: ReferralCommand): Step {
  const open = outward(state);
  if (open === state || state.stage !== 'closed') return decide(state, command);
  const step = decide(open, command);
  if (!step.ok) return step;
  return { ...step, state: step.state === open ? state : withEndOf(step.state, state) };
}

/**
 * Whether a command makes a decision final before its time: a registration needs a deal that is won, and where it was
 * decided elsewhere meanwhile there is nothing to go back to.
 */
function endsPending(state: Referral, command: ReferralCommand): boolean {
  const open = outward(state);
  if (open === state) return false;
  if (command.type === 'registration.register' || command.type === 'registration.review') return true;
  if (!goesOnBeside(command)) return false;
  const step = decide(open, command);
  return step.ok && step.state.stage !== open.stage;
}

function actorOf(command: ReferralCommand): Actor {
  if ('by' in command) return { kind: 'person', personId: command.by };
  if (command.type === 'engagement.receive') {
    return { kind: 'party', organization: command.message.from.organization };
  }
  return {
    kind:
      command.type === 'referral.expire' || command.type === 'referral.escalate' ? 'clock' : 'partner-center',
  };
}

type Step = { ok: true; state: Referral; changed: boolean } | { ok: false; rejection: ReferralRejection };

function decide(state: Referral, command: ReferralCommand): Step {
  switch (command.type) {
    case 'referral.update':
      return update(state, command);
    case 'referral.accept':
    case 'referral.decline':
    case 'referral.expire':
    case 'referral.escalate':
      return decideAnswer(state, command);
    case 'partner.invite':
    case 'partner.remind':
    case 'engagement.receive':
      return decideEngagement(state, command);
    case 'deal.undo':
      return explained(state, decideUndo(state, command));
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
