import type { DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    'customer-countries': CountryList;
  }
}

const partition = 'customers';
const id = 'countries';
const ATTEMPTS = 12;

interface CountryList {
  /** ISO 3166-1 alpha-2, in their order. */
  countries: readonly string[];
}

/** The countries of which there are customers, in the order of their codes. */
export async function countriesOf(store: DocumentStore): Promise<readonly string[]> {
  return (await store.read<'customer-countries'>(partition, id))?.body.countries ?? [];
}

/** Adds countries to the list; several imports may do so at once. Throws UnavailableError when it never gets through. */
export async function addCountries(store: DocumentStore, added: Iterable<string>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const present = await store.read<'customer-countries'>(partition, id);
    const known = present?.body.countries ?? [];
    const countries = [...new Set([...known, ...added])].sort();
    if (countries.length === known.length) return;
    const draft = { partition, id, kind: 'customer-countries' as const, schema: 1, body: { countries } };
    const written = present ? await store.replace(draft, present.etag) : await store.create(draft);
    if (written.ok) return;
  }
  throw new UnavailableError('contention');
}
