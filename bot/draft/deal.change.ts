import { draftOfPress } from '#dialogs/draft/answering.ts';
import { stepTo } from '#dialogs/draft/changeStep.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { formHere } from '#dialogs/draft/sendForm.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Change* beside what was answered: its form again, in place, with what stands there. */
export const dealChange: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { context, open, step } = found;
  const moved = await stepTo(deps, context, open, step ?? open.draft.step);
  return formHere(deps, context, moved);
};
