import type { Action } from '#bot/dispatch/verbs.ts';
import { administering } from './administer.ts';
import { routesList } from './placesCards.ts';

/** The channel routes of the organization (CR-51). */
export const routesShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  return { card: await routesList(deps, turn) };
};
