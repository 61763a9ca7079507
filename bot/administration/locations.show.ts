import type { Action } from '#bot/dispatch/verbs.ts';
import { administering } from './administer.ts';
import { locationsList } from './placesCards.ts';

/** The partner locations of the organization. */
export const locationsShow: Action = async (deps, { turn }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  return { card: await locationsList(deps, turn) };
};
