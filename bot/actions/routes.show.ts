import type { Action } from '#bot/teams/actions.ts';
import { administering } from '#bot/teams/administer.ts';
import { routesList } from '#bot/teams/placesCards.ts';

/** The channel routes of the organization (CR-51). */
export const routesShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  return { card: await routesList(deps, turn) };
};
