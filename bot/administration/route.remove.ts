import { z } from 'zod';
import { removeRoute } from '#app/administration/route.remove.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { routesList } from './placesCards.ts';

const ids = z.looseObject({ route: z.string().max(400).catch('').default('') });

/** Removes a channel route. */
export const routeRemove: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  const key = ids.parse(data).route;
  if (!key) return { card: await routesList(deps, turn, { code: 'chooseFirst' }) };
  const { kind } = await removeRoute(deps, { ...input, key });
  const code = kind === 'done' ? ('routeRemoved' as const) : ('routeGone' as const);
  return { card: await routesList(deps, turn, { code }) };
};
