import type { AdminAction } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { setupOf } from './setup.ts';

/** The checklist of what is set up and what is left to do. */
export const setupShow: AdminAction<AdminDeps> = async (deps, { turn }) => {
  return { card: await setupOf(deps, turn) };
};
