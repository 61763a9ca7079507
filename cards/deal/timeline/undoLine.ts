import { stageTitle } from '#cards/deal/stages.ts';
import { formatSeconds, type Reader } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import { stageOf } from '#domain/deal/decideProgress.ts';
import { changesSince } from '#domain/decide/sinceStep.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Undoable } from '#domain/referral/undoable.ts';
import type { StageNames } from '#domain/values/options.ts';
import { linesOf, whatOf, whoOf } from './entryText.ts';

/** What is needed to say what became of an *Undo*. */
export interface UndoView extends Reader {
  /** As it is now. */
  referral: Referral;
  /** What was to be taken back, as it stands in the deal now. */
  step: Undoable;
  /** Names of our people by person id. */
  names: Readonly<Record<string, string>>;
  stageNames?: StageNames | undefined;
}

/** What was taken back, in one line, and where the deal is now if that is what changed. */
export function undoneLine({ step, referral, ...view }: Omit<UndoView, 'names'>): string {
  const undone = say(view.language, 'undo.back', { what: whatOf(step, view) });
  if (step.what !== 'stage.mark') return undone;
  const stage = stageTitle(stageOf(referral), { ...view, referral });
  return say(view.language, 'undo.backTo', { undone, stage });
}

/**
 * Why something was not taken back, where there is more to say than that: since when it is final, or who changed it since
 * and what it is now.
 */
export function notUndoneLine(view: UndoView): string | undefined {
  const { step, language, referral, names, stageNames } = view;
  if (step.kind === 'final') {
    return say(language, 'undo.finalSince', { time: formatSeconds(step.since, view) });
  }
  if (step.kind !== 'fields' || !step.changed) return undefined;
  const { changes, people } = changesSince(referral, step);
  const facts = { referral: { ...referral, people }, names, stageNames, withPeople: true };
  const what = linesOf({ changes, what: step.what }, facts, view).join('; ');
  return say(language, 'undo.changedBy', { name: whoOf(step.changed.by, facts, view), what });
}
