import type { Actor, Referral } from '#domain/referral/referral.ts';
import { openStandingOf } from '#domain/referral/standing.ts';
import {
  MOST_UNDOABLE,
  PENDING_SECONDS,
  type Undoable,
  type UndoField,
  type UndoValues,
  undoFields,
} from '#domain/referral/undoable.ts';
import { same } from '#domain/values/canonical.ts';
import { type Instant, plusSeconds } from '#domain/values/instant.ts';

/** What people do that changes fields, and can be taken back as long as nobody changes them again. */
const changing: readonly string[] = [
  'deal.edit',
  'deal.team',
  'deal.solutions',
  'deal.handover',
  'stage.mark',
];
/** What people decide and can take back for a moment. Accepting is a race: it is final at once. */
const deciding: readonly string[] = ['referral.decline', 'deal.win', 'deal.lose', 'deal.error'];

/** A step of a deal, by whom and by what. */
interface Cause {
  what: string;
  by: Actor;
  at: Instant;
}

/**
 * The record after a step with what can be taken back of it. What a step changes again that somebody did before is noted
 * there; where the deal goes on to another stage, nothing from before it can be taken back any more.
 */
export function withUndoable<S extends Referral>(before: Referral, after: S, cause: Cause): S {
  const { what, by } = cause;
  if (what === 'deal.undo') return withList(after, marked(before, after, cause, after.undoable));
  const step = by.kind === 'person' ? stepOf(before, after, cause, by.personId) : undefined;
  if (before.stage !== after.stage) {
    return withList(after, step?.kind === 'decision' ? [...(after.undoable ?? []), step] : undefined);
  }
  const known = marked(before, after, cause, after.undoable);
  return withList(after, step ? [...(known ?? []), step].slice(-MOST_UNDOABLE) : known);
}

function withList<S extends Referral>(state: S, undoable: readonly Undoable[] | undefined): S {
  if (undoable) return { ...state, undoable };
  const { undoable: _, ...rest } = state;
  return rest as S;
}

function stepOf(before: Referral, after: Referral, { what, at }: Cause, by: string): Undoable | undefined {
  const step = { revision: after.revision, what, by, at };
  if (deciding.includes(what) && before.stage !== 'closed') {
    const until = plusSeconds(at, PENDING_SECONDS);
    return { kind: 'decision', ...step, was: openStandingOf(before), until };
  }
  const fields = changing.includes(what) ? changedFields(before, after) : [];
  if (fields.length === 0) return undefined;
  return { kind: 'fields', ...step, fields, was: valuesOf(before, fields), became: valuesOf(after, fields) };
}

function changedFields(before: UndoValues, after: UndoValues): readonly UndoField[] {
  return undoFields.filter((field) => !same(before[field], after[field]));
}

function valuesOf(state: UndoValues, fields: readonly UndoField[]): UndoValues {
  return Object.fromEntries(
    fields.flatMap((field) => (state[field] === undefined ? [] : [[field, state[field]]])),
  );
}

/** The steps from before with whoever changed their fields again. */
function marked(
  before: Referral,
  after: Referral,
  { by, at }: Cause,
  undoable: readonly Undoable[] | undefined,
): readonly Undoable[] | undefined {
  const moved = changedFields(before, after);
  if (moved.length === 0) return undoable;
  return undoable?.map((step) => {
    const again = step.kind === 'fields' && step.fields.some((field) => moved.includes(field));
    return again ? { ...step, changed: { by, at } } : step;
  });
}
