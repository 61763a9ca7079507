import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { routesList } from './placesCards.ts';

/** The channel routes of the organization (CR-51). */
export const routesShow: ActionOfAdmin<AdminDeps> = async (deps, { turn }) => {
  return { card: await routesList(deps, turn) };
};
