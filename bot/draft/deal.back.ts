import { draftOfPress, keptOf } from '#dialogs/draft/answering.ts';
import { goBack } from '#dialogs/draft/moving.ts';
import type { DraftingDeps } from '#dialogs/draft/setting.ts';
import { shownHere } from '#dialogs/draft/showing.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Back*: the step before, in place; what was typed and right is kept. */
export const dealBack: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { setting, open, step } = found;
  const moved = await goBack(deps, setting, open, await keptOf(deps, press, found), step);
  return shownHere(deps, setting, moved.open, moved.lead);
};
