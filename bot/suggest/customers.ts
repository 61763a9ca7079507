import { locationsOf } from '#app/organization/locations.ts';
import { readCountry } from '#domain/values/countries.ts';
import { readState } from '#domain/values/regions.ts';
import type { CustomerDirectory, CustomerEntry } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type DatasetQuery, type MemberTurn, type Suggestion, titlePart } from './dataset.ts';

/** What looking for customers needs. */
export interface CustomersDeps {
  store: DocumentStore;
  customers: CustomerDirectory;
}

/** Customers by what is typed and, where the card has them, its fields for the place: a city, a country, or either (CR-18). */
export async function customersDataset(
  deps: CustomersDeps,
  turn: MemberTurn,
  { text, inputs, limit }: DatasetQuery,
): Promise<readonly Suggestion[]> {
  if (text.trim() === '') return [];
  const { place = '', city = '' } = inputs;
  const inPlace = readCountry(place);
  const country = inPlace ?? readCountry(inputs.country ?? '');
  const { customers } = await deps.customers.search({
    text: [text, inPlace ? '' : place, city].join(' '),
    country,
    preferredCountry: country ? undefined : await countryOf(deps, turn),
    limit,
  });
  const inState = inPlace ? await customersInState(deps, text, place, limit) : [];
  const known = new Set(customers.map(({ id }) => id));
  return titled([...customers, ...inState.filter(({ id }) => !known.has(id))].slice(0, limit));
}

/** `CA`, `Georgia`: what is a country is a state of the US as well, and which of them is meant is not said. */
async function customersInState(deps: CustomersDeps, text: string, place: string, limit: number) {
  const state = readState(place);
  if (!state) return [];
  const searches = [state.code, state.name].map((called) =>
    deps.customers.search({ text: `${text} ${called}`, country: 'US', limit }),
  );
  return (await Promise.all(searches)).flatMap(({ kind, customers }) =>
    kind === 'matches' ? customers.filter((one) => readState(one.state ?? '') === state) : [],
  );
}

/** The country of the member's own location, where there is one to speak of. */
async function countryOf(
  deps: CustomersDeps,
  { organization, member }: MemberTurn,
): Promise<string | undefined> {
  const { locations } = member;
  const own = (await locationsOf(deps, organization)).filter(
    ({ mpnId }) => locations === 'all' || locations.includes(mpnId),
  );
  return own[0]?.country;
}

/** Titles by which people tell legal entities apart; no two are the same. */
function titled(customers: readonly CustomerEntry[]): Suggestion[] {
  const abroad = new Set(customers.map(({ country }) => country)).size > 1;
  const named = customers.map((entry) => ({ entry, title: titleOf(entry, abroad) }));
  return named.map(({ entry, title }) => {
    const twice = named.filter((other) => other.title === title).length > 1;
    const mark = entry.microsoftAccountId ?? entry.id;
    return { title: twice ? `${title} · ${mark}` : title, value: entry.id };
  });
}

function titleOf(entry: CustomerEntry, abroad: boolean): string {
  const { name, addressLines, city, state, country, duns } = entry;
  const address = [...addressLines, city, state, ...(abroad ? [country] : [])].filter((part) => part);
  return [titlePart(name), titlePart(address.join(', ')), duns && `D-U-N-S ${duns}`]
    .filter((part) => part)
    .join(' · ');
}
