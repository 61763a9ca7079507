import { z } from 'zod';
import { removeRoute } from '#app/administration/route.remove.ts';
import type { Action } from '#bot/dispatch/verbs.ts';
import { administering } from './administer.ts';
import { routesList } from './placesCards.ts';

const ids = z.looseObject({ route: z.string().max(400).catch('').default('') });

/** Removes a channel route. */
export const routeRemove: Action = async (deps, { turn, data }) => {
  const allowed = await administering(deps, turn, 'company');
  if ('answer' in allowed) return allowed.answer;
  const key = ids.parse(data).route;
  if (!key) return { card: await routesList(deps, turn, { code: 'chooseFirst' }) };
  const { kind } = await removeRoute(deps, { ...allowed.input, key });
  const code = kind === 'done' ? ('routeRemoved' as const) : ('routeGone' as const);
  return { card: await routesList(deps, turn, { code }) };
};
