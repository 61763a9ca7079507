import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { locationsList } from './placesCards.ts';

/** The partner locations of the organization. */
export const locationsShow: ActionOfAdmin<AdminDeps> = async (deps, { turn }) => {
  return { card: await locationsList(deps, turn) };
};
