import { draftOfPress, keptOf } from '#dialogs/draft/answering.ts';
import { stepBack } from '#dialogs/draft/changeStep.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { formHere } from '#dialogs/draft/sendForm.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Back*: the step before, in place; what was typed and right is kept. */
export const dealBack: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { context, open, step } = found;
  const moved = await stepBack(deps, context, open, await keptOf(deps, press, found), step);
  return formHere(deps, context, moved.open, moved.resultLine);
};
