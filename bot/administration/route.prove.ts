import { z } from 'zod';
import { proveRoute } from '#app/administration/route.prove.ts';
import { routesOf } from '#app/organization/routes.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { routesList } from './placesCards.ts';
import { setupOf } from './setup.ts';

const ids = z.looseObject({ route: z.string().max(400).catch('').default('') });

/** Has a test card sent along a route, or along all of them from the checklist. */
export const routeProve: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  if (data.all === true) {
    for (const { key } of await routesOf(deps, turn.organization)) {
      await proveRoute(deps, { ...input, key });
    }
    return { card: await setupOf(deps, turn, { testing: true }) };
  }
  const key = ids.parse(data).route;
  if (!key) return { card: await routesList(deps, turn, { code: 'chooseFirst' }) };
  const { kind } = await proveRoute(deps, { ...input, key });
  const code = kind === 'done' ? ('routeTesting' as const) : ('routeGone' as const);
  return { card: await routesList(deps, turn, { code }) };
};
