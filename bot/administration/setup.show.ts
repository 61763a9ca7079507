import type { Action } from '#bot/dispatch/verbs.ts';
import { administering } from './administer.ts';
import { setupOf } from './setup.ts';

/** The checklist of what is set up and what is left to do. */
export const setupShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn, 'company');
  if ('answer' in allowed) return allowed.answer;
  return { card: await setupOf(deps, turn) };
};
