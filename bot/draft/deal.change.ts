import { draftOfPress } from '#dialogs/draft/answering.ts';
import { goTo } from '#dialogs/draft/moving.ts';
import type { DraftingDeps } from '#dialogs/draft/setting.ts';
import { shownHere } from '#dialogs/draft/showing.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Change* beside what was answered: its form again, in place, with what stands there. */
export const dealChange: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { setting, open, step } = found;
  const moved = await goTo(deps, setting, open, step ?? open.draft.step);
  return shownHere(deps, setting, moved);
};
