import { draftOfPress, keptOf } from '#dialogs/draft/answering.ts';
import { cancelDraft } from '#dialogs/draft/changeStep.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Cancel*: no deal is created, but what was entered can be taken up again. */
export const dealCancel: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { context, open } = found;
  return cancelDraft(deps, context, open, await keptOf(deps, press, found));
};
