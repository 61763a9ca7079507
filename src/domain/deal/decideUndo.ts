import { asksMicrosoft, solutionProblems } from '#domain/engagement/solutionRules.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { withStanding } from '#domain/referral/standing.ts';
import {
  type ChangedFields,
  lastUndoable,
  type PendingDecision,
  type Undoable,
  type UndoField,
  type UndoValues,
} from '#domain/referral/undoable.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';

export interface UndoCommand {
  type: 'deal.undo';
  by: string;
  at: Instant;
  /** Revision of the step that is to be taken back; absent: the last one of this person. */
  revision?: number | undefined;
}

/**
 * Why something is not taken back. `undo-nothing`: nothing that this person did here is left to take back. `undo-gone`:
 * it is too long ago. `undo-other`: somebody else did it. `undo-done`: it was taken back already. `undo-final`: its time
 * ran out. `undo-changed`: somebody changed it since.
 */
export type UndoRejection =
  | 'undo-nothing'
  | 'undo-gone'
  | 'undo-other'
  | 'undo-done'
  | 'undo-final'
  | 'undo-changed'
  | 'already-closed'
  | 'solutions-not-allowed';

export type UndoDecision =
  | { ok: true; state: Referral; changed: true }
  | { ok: false; rejection: UndoRejection };

const refuse = (rejection: UndoRejection): UndoDecision => ({ ok: false, rejection });

/**
 * Takes back what a person did: a decision within its time, so that the record stands as it stood before (CR-36, CR-42,
 * CR-43); fields, as long as nobody changed one of them since. Only whoever did it may.
 */
export function decideUndo(state: Referral, command: UndoCommand): UndoDecision {
  const step = stepMeant(state, command);
  if (!step) return refuse(command.revision === undefined ? 'undo-nothing' : 'undo-gone');
  if (step.by !== command.by) return refuse('undo-other');
  switch (step.kind) {
    case 'undone':
      return refuse('undo-done');
    case 'final':
      return refuse('undo-final');
    case 'decision':
      if (command.at >= step.until) return refuse('undo-final');
      return { ok: true, state: undone(withStanding(state, step.was), step, command.at), changed: true };
    case 'fields':
      return giveBack(state, step, command.at);
    default:
      return step satisfies never;
  }
}

/** The step that a command is about, whatever became of it. */
export function stepMeant(
  state: Pick<Referral, 'undoable'>,
  { by, revision }: Pick<UndoCommand, 'by' | 'revision'>,
): Undoable | undefined {
  const { undoable = [] } = state;
  if (revision !== undefined) return undoable.find((step) => step.revision === revision);
  return lastUndoable(state, by) ?? undoable.findLast((step) => step.by === by);
}

/** The fields of a step that stand otherwise by now. */
function movedSince(
  state: UndoValues,
  { fields, became }: Pick<ChangedFields, 'fields' | 'became'>,
): readonly UndoField[] {
  return fields.filter((field) => !same(state[field], became[field]));
}

function giveBack(state: Referral, step: ChangedFields, at: Instant): UndoDecision {
  if (state.stage === 'closed') return refuse('already-closed');
  if (movedSince(state, step).length > 0) return refuse('undo-changed');
  const back = withValues(state, step.fields, step.was);
  const { parties, solutions = [], assessmentPlace } = back;
  const rules = { vetted: true, assessmentPlace, parties, asksMicrosoft: asksMicrosoft(back) };
  // Who was invited since may be nobody's guest of an assessment (CR-24).
  const alone = !solutionProblems(solutions, rules).includes('assessment-with-others');
  if (step.fields.includes('solutions') && !alone) return refuse('solutions-not-allowed');
  return { ok: true, state: undone(back, step, at), changed: true };
}

/** A deal with other values of some fields; what `values` lacks is empty. */
export function withValues(state: Referral, fields: readonly UndoField[], values: UndoValues): Referral {
  const rest = Object.entries(state).filter(([key]) => !fields.some((field) => field === key));
  return { ...Object.fromEntries(rest), ...values } as Referral;
}

function undone<S extends Referral>(state: S, step: ChangedFields | PendingDecision, since: Instant): S {
  const { revision, what, by, at } = step;
  const settled: Undoable = { kind: 'undone', revision, what, by, at, since };
  const undoable = state.undoable?.map((one) => (one.revision === revision ? settled : one));
  return { ...state, undoable };
}
