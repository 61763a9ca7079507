import type { Action } from '#bot/teams/actions.ts';
import { draftOfPress, keptOf } from '#bot/teams/drafting/answering.ts';
import { callOff } from '#bot/teams/drafting/moving.ts';

/** *Cancel*: no deal is created, but what was entered can be taken up again. */
export const dealCancel: Action = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { setting, open } = found;
  return callOff(deps, setting, open, await keptOf(deps, press, found));
};
