import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { carryOut, type OnSetAside, withoutDone } from '#app/store/outboxWork.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import type { Organizations } from '#ports/organizations.ts';
import { type AccessRequestRecord, accessRequestDraft } from './accessRequestRecord.ts';
import { tellAccessRequest } from './accessRequests.ts';

export interface AccessRequestWorkDeps {
  store: DocumentStore;
  clock: Clock;
  organizations: Organizations;
  wake: () => void;
  onSetAside: OnSetAside;
}

/** Tells who may grant a request, and how it ended. */
export async function workAccessRequest(
  deps: AccessRequestWorkDeps,
  claimed: StoredDocument<AccessRequestRecord>,
): Promise<void> {
  const organization = deps.organizations.byId(claimed.body.organization);
  const results = await carryOut(deps, claimed, claimed.body.outbox, async () => {
    if (organization) await tellAccessRequest(deps, organization, claimed.body);
  });
  await changeDocument<'ask', void>(deps, claimed.partition, claimed.id, (document) => ({
    draft:
      document &&
      accessRequestDraft(
        { ...document.body, outbox: withoutDone(document.body.outbox, results) },
        leaseAfter(document.lease, claimed.lease),
      ),
    result: undefined,
  }));
  deps.wake();
}
