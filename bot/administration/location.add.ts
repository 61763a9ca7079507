import { addLocation } from '#app/administration/location.add.ts';
import { locationsCard, parseLocation } from '#cards/administration/locations/locations.card.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { locationsList } from './placesCards.ts';

/** Opens the form of a new location, or adds it. */
export const locationAdd: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  if (data.send !== true) {
    const mpnId = typeof data.location === 'string' ? data.location.slice(0, 40) : undefined;
    return { card: locationsCard({ ...turn.reader, kind: 'add', mpnId }) };
  }
  const parsed = parseLocation(data);
  if (!parsed.ok) {
    const resultLine = { code: 'refused' as const };
    return { card: locationsCard({ ...turn.reader, kind: 'add', form: parsed.form, resultLine }) };
  }
  const { location } = parsed;
  const outcome = await addLocation(deps, { ...input, location });
  const resultLine =
    outcome.kind === 'exists'
      ? { code: 'locationExists' as const, name: outcome.location.name }
      : { code: 'locationAdded' as const, name: location.name };
  return { card: await locationsList(deps, turn, resultLine) };
};
