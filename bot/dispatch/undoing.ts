import { type DoneBy, forgetDone, noteDone, takeLastDone } from '#app/contact/lastDone.ts';
import type { Verb } from '#cards/verb.ts';
import type { Press } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Undoing } from '#dialogs/turn/undoOf.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type VerbRow, verbRow } from './verbs.ts';

interface UndoingDeps {
  store: DocumentStore;
  clock: Clock;
}

/**
 * What *undo* means that was typed without a deal: the press that takes back what this person did last in this
 * conversation, whatever it was. `nothing`: they did nothing here that can be taken back. Undefined for every other press.
 */
export async function undoMeant(
  deps: UndoingDeps,
  row: VerbRow,
  press: Press,
): Promise<{ row: VerbRow; press: Press } | 'nothing' | undefined> {
  const { referral, text } = press.data;
  const alone = row.right === 'deal.undo' && referral === undefined && typeof text === 'string';
  if (!alone || text.trim() !== '') return undefined;
  const last = await takeLastDone(deps, byOf(press.turn));
  const meant = last && verbRow(last.verb);
  return meant ? { row: meant, press: { ...press, verb: last.verb as Verb, data: last.data } } : 'nothing';
}

/** Notes what takes back what was just done, for whoever types *undo*, and forgets what was taken back. */
export async function noteUndo(
  deps: UndoingDeps,
  turn: Turn,
  { undo, undone }: { undo?: Undoing | undefined; undone?: Undoing | undefined },
): Promise<void> {
  if (undone) await forgetDone(deps, byOf(turn), undone);
  if (undo) await noteDone(deps, byOf(turn), undo);
}

function byOf({ organization, person, conversation }: Turn): DoneBy {
  const { conversationId } = conversation;
  return { organization: organization.id, personId: person.personId, conversationId };
}
