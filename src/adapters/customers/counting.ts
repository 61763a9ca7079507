import type { DocumentStore } from '#ports/documents.ts';
import { countriesOf } from './countryList.ts';
import { CUSTOMER, partitionOf } from './customerDocument.ts';

/** How many customers the directory has, counted no further than `most` (1 to 1000). */
export async function countCustomers(store: DocumentStore, most: number): Promise<number> {
  let count = 0;
  for (const country of await countriesOf(store)) {
    const partition = partitionOf(country);
    const { documents } = await store.list({ partition, kind: CUSTOMER, limit: most - count });
    count += documents.length;
    if (count >= most) break;
  }
  return count;
}
