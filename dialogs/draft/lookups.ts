import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { handParts } from '#cards/draft/steps/handParts.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { solutionKinds } from '#domain/referral/referral.ts';
import { countryOfCity } from '#domain/values/cities.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import type { DraftContext, DraftingDeps } from './draftContext.ts';

const MOST_CUSTOMERS = 10;
const MOST_SOLUTIONS = 25;
const LONGEST = 200;

/** Looks a customer up by name and place; first where the person's own locations are (CR-18). */
export async function offeredCustomers(
  deps: DraftingDeps,
  context: DraftContext,
  text: string,
): Promise<{
  kind: 'matches' | 'nearest';
  found: readonly CustomerEntry[];
  offered: OpenDraft['customers'];
}> {
  const looked = text.slice(0, LONGEST);
  const usual = context.locations.find(({ mpnId }) => mpnId === context.memory.location);
  const { kind, customers } = await deps.customers.search({
    text: looked,
    preferredCountry: (usual ?? context.locations[0])?.country,
    limit: MOST_CUSTOMERS,
  });
  const found = customers.slice(0, MOST_CUSTOMERS);
  return { kind, found, offered: { text: looked, kind, ids: found.map(({ id }) => id) } };
}

/** Looks solutions up by name or id; assessments only for an organization vetted for them (CR-10). */
export async function offeredSolutionsFor(
  deps: DraftingDeps,
  { turn }: DraftContext,
  text: string,
): Promise<{ found: readonly Solution[]; offered: OpenDraft['solutions'] }> {
  const looked = text.slice(0, LONGEST);
  const { id, vetted } = turn.organization;
  const kinds = solutionKinds.filter((kind) => vetted || kind !== 'assessment');
  const found = await deps.solutions.search({ organization: id, text: looked, kinds, limit: MOST_SOLUTIONS });
  return { found, offered: { text: looked, ids: found.map((one) => one.id) } };
}

/**
 * The country of the city that a text names, where no country stands in it: by the customers of the directory that are
 * in a city of that name, if they agree, else by the time zones. Undefined where that is not clear.
 */
export async function countryNamed(
  { customers }: Pick<DraftingDeps, 'customers'>,
  text: string,
): Promise<string | undefined> {
  const { city, state, country } = handParts(text);
  if (city === '' || country !== '') return undefined;
  const { customers: near } = await customers.search({ text: city, limit: MOST_CUSTOMERS });
  const there = near.filter((one) => one.city?.toLowerCase() === city.toLowerCase());
  const [only, ...others] = [...new Set(there.map((one) => one.country))];
  return others.length > 0 ? undefined : (only ?? countryOfCity(city, state));
}
