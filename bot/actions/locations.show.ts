import type { Action } from '#bot/teams/actions.ts';
import { administering } from '#bot/teams/administer.ts';
import { locationsList } from '#bot/teams/placesCards.ts';

/** The partner locations of the organization. */
export const locationsShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  return { card: await locationsList(deps, turn) };
};
