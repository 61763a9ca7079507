import type { Action } from '#bot/turn/action.ts';
import { draftOfPress, keptOf } from './answering.ts';
import { callOff } from './moving.ts';
import type { DraftingDeps } from './setting.ts';

/** *Cancel*: no deal is created, but what was entered can be taken up again. */
export const dealCancel: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { setting, open } = found;
  return callOff(deps, setting, open, await keptOf(deps, press, found));
};
