import type { Action } from '#bot/turn/action.ts';
import { draftOfPress } from './answering.ts';
import { goTo } from './moving.ts';
import type { DraftingDeps } from './setting.ts';
import { shownHere } from './showing.ts';

/** *Change* beside what was answered: its form again, in place, with what stands there. */
export const dealChange: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { setting, open, step } = found;
  const moved = await goTo(deps, setting, open, step ?? open.draft.step);
  return shownHere(deps, setting, moved);
};
