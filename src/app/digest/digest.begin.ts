import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import type { DraftOf, Lease, StoredDocument } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import { type PlanDeps, planDigest } from './digest.plan.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    'digest-begin': BeginRecord;
  }
}

/** How far the people of an organization who had the bot already have got their mornings. */
export interface BeginRecord {
  organization: string;
  done: boolean;
  /** Position in the list of all people, by id. */
  cursor?: string | undefined;
}

const ID = 'digest-begin';
const BATCH = 50;

/**
 * Has the mornings begin of everybody who installed the bot when it had none: once, in the background and in small steps;
 * a restart goes on where it stopped. Whoever installs it later has them from then on.
 */
export async function beginDigests(
  { store, clock }: Pick<PlanDeps, 'store' | 'clock'>,
  organization: Organization,
): Promise<void> {
  if (await store.read<'digest-begin'>(organization.id, ID)) return;
  const record = { organization: organization.id, done: false };
  await store.create(draftOf(record, clock.now(), undefined));
}

/** One step: the next fifty people; the document stays due until none is left. */
export async function workBeginning(
  deps: PlanDeps & { organizations: Pick<Organizations, 'byId'>; wake: () => void },
  claimed: StoredDocument<BeginRecord>,
): Promise<void> {
  const { partition, body } = claimed;
  const organization = deps.organizations.byId(body.organization);
  const page = await deps.store.list<'person'>({
    ...{ partition, kind: 'person', where: { installed: true }, limit: BATCH },
    ...(body.cursor !== undefined && { cursor: body.cursor }),
  });
  for (const person of page.documents) {
    if (organization) await planDigest(deps, organization, person.body);
  }
  await changeDocument<'digest-begin', void>(deps, partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const record = { ...document.body, done: page.cursor === undefined, cursor: page.cursor };
    const lease = leaseAfter(document.lease, claimed.lease);
    return { draft: draftOf(record, deps.clock.now(), lease), result: undefined };
  });
  deps.wake();
}

function draftOf(record: BeginRecord, now: Date, lease: Lease | undefined): DraftOf<'digest-begin'> {
  return {
    partition: record.organization,
    id: ID,
    kind: 'digest-begin',
    schema: 1,
    ...(!record.done && { dueAt: lease?.until ?? now.toISOString() }),
    lease,
    body: record,
  };
}
