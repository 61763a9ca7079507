import { z } from 'zod';
import { removeLocation } from '#app/administration/location.remove.ts';
import { locationsOf } from '#app/organization/locations.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { locationsList } from './placesCards.ts';

const ids = z.looseObject({ location: z.string().max(40).catch('').default('') });
const MOST_COUNTED = 100;

/** Removes a location that nothing needs any more; else says what needs it. */
export const locationRemove: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  const mpnId = ids.parse(data).location;
  if (!mpnId) return { card: await locationsList(deps, turn, { code: 'chooseFirst' }) };
  const present = (await locationsOf(deps, turn.organization)).find((one) => one.mpnId === mpnId);
  const name = present?.name ?? mpnId;
  const outcome = await removeLocation(deps, { ...input, mpnId });
  switch (outcome.kind) {
    case 'done':
      return { card: await locationsList(deps, turn, { code: 'locationRemoved', name }) };
    case 'in-use': {
      const { deals, ...use } = outcome.use;
      const count = deals > MOST_COUNTED ? `${MOST_COUNTED}+` : String(deals);
      return { card: await locationsList(deps, turn, { code: 'locationUsed', name, ...use, deals: count }) };
    }
    default:
      return { card: await locationsList(deps, turn, { code: 'locationGone' }) };
  }
};
