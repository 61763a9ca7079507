import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { setupOf } from './setup.ts';

/** The checklist of what is set up and what is left to do. */
export const setupShow: ActionOfAdmin<AdminDeps> = async (deps, { turn }) => {
  return { card: await setupOf(deps, turn) };
};
