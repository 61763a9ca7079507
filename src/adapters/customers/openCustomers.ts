import type {
  CustomerDirectory,
  CustomerEntry,
  CustomerFacts,
  CustomerRegister,
  Registered,
} from '#ports/customers.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { addCountries } from './countryList.ts';
import { CUSTOMER, customerDraft, idsOf, partitionOf, placeOfId } from './customerDocument.ts';
import { sameName } from './sameWords.ts';
import { searchCustomers } from './searching.ts';

const ATTEMPTS = 5;

/** The directory of customers in the store of documents (CR-18), for looking up and for filling. */
export function openCustomers(store: DocumentStore): CustomerDirectory & CustomerRegister {
  const known = new Set<string>();
  return {
    search: (query) => searchCustomers(store, query),
    byId: async (id) => {
      const place = placeOfId(id);
      if (!place) return undefined;
      const document = await store.read<'customer'>(place.partition, place.documentId);
      return document?.kind === CUSTOMER ? document.body : undefined;
    },
    register: async (facts) => {
      // Before the customers: one that is there already must be found, even if the import ends here.
      const countries = new Set(facts.map(({ country }) => country).filter((one) => !known.has(one)));
      if (countries.size > 0) await addCountries(store, countries);
      for (const country of countries) known.add(country);
      const queues = Map.groupBy(facts.entries(), ([, one]) => `${one.country} ${idsOf(one)[0]}`);
      const outcomes: Registered[] = [];
      await Promise.all(
        [...queues.values()].map(async (queue) => {
          for (const [at, one] of queue) outcomes[at] = await registerOne(store, one);
        }),
      );
      return outcomes;
    },
  };
}

async function registerOne(store: DocumentStore, facts: CustomerFacts): Promise<Registered> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { id, weaker, present } = await placeFor(store, facts);
    const draft = customerDraft(id, facts);
    if (present && isSame(present, draft)) return 'unchanged';
    const written = present ? await store.replace(draft, present.etag) : await store.create(draft);
    if (!written.ok) continue;
    if (present) return 'changed';
    return (await supersede(store, draft.partition, weaker, facts)) ? 'changed' : 'created';
  }
  throw new UnavailableError('contention');
}

/** The strongest id under which no other company stands: several may share a number, of their group for instance. */
async function placeFor(store: DocumentStore, facts: CustomerFacts) {
  let [id, ...weaker] = idsOf(facts);
  for (;;) {
    const present = await store.read<'customer'>(partitionOf(facts.country), id);
    const [next, ...others] = weaker;
    if (next === undefined || !present || !isOther(present.body, facts)) return { id, weaker, present };
    [id, weaker] = [next, others];
  }
}

/** A company that moves keeps its name, one that renames itself its address; where both differ, it is another. */
function isOther(present: CustomerFacts, facts: CustomerFacts): boolean {
  const sameText = (one: string, other: string) => sameName(one).join(' ') === sameName(other).join(' ');
  if (sameText(present.name, facts.name)) return false;
  const address = ({ addressLines, city = '' }: CustomerFacts) => [...addressLines, city].join(' ');
  return facts.addressLines.length === 0 || !sameText(address(present), address(facts));
}

/** Removes what stands for the same customer from before its better number was known; true where there was something. */
async function supersede(
  store: DocumentStore,
  partition: string,
  ids: readonly string[],
  facts: CustomerFacts,
): Promise<boolean> {
  let found = false;
  for (const id of ids) {
    const weaker = await store.read<'customer'>(partition, id);
    if (weaker === undefined || contradicts(weaker.body, facts)) continue;
    await store.remove(partition, id, weaker.etag);
    found = true;
  }
  return found;
}

/** Two entities in one place may share a name: another number is another entity. */
function contradicts(weaker: CustomerEntry, facts: CustomerFacts): boolean {
  const account = weaker.microsoftAccountId?.toLowerCase();
  return account !== undefined && account !== facts.microsoftAccountId?.toLowerCase();
}

function isSame(
  present: StoredDocument<CustomerEntry>,
  draft: { schema: number; body: CustomerEntry },
): boolean {
  return present.schema === draft.schema && JSON.stringify(present.body) === JSON.stringify(draft.body);
}
