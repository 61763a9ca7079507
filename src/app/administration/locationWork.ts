import { type LocationRecord, locationDraft } from '#app/organization/locations.ts';
import { keepActs } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';

/** Keeps what was done with a location. */
export async function workLocation(
  deps: { store: DocumentStore; clock: Clock },
  claimed: StoredDocument<LocationRecord>,
): Promise<void> {
  const { partition, id } = claimed;
  await keepActs(deps, claimed);
  await changeDocument<'location', void>(deps, partition, id, (document) => ({
    draft: document && locationDraft(partition, document.body, leaseAfter(document.lease, claimed.lease)),
    result: undefined,
  }));
}
