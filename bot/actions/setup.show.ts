import type { Action } from '#bot/teams/actions.ts';
import { administering } from '#bot/teams/administer.ts';
import { setupOf } from '#bot/teams/setup.ts';

/** The checklist of what is set up and what is left to do. */
export const setupShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn, 'company');
  if ('answer' in allowed) return allowed.answer;
  return { card: await setupOf(deps, turn) };
};
