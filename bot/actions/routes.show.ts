import type { Action } from '../teams/actions.ts';
import { administering } from '../teams/administer.ts';
import { routesList } from '../teams/placesCards.ts';

/** The channel routes of the organization (CR-51). */
export const routesShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  return { card: await routesList(deps, turn) };
};
