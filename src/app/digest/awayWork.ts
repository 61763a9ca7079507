import { type AwayRecord, awayDraft } from '#app/contact/awayRecord.ts';
import { addressOf, personDocumentId } from '#app/contact/contactRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { backoff, leaseAfter } from '#app/store/outbox.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { DigestDeps } from './digest.send.ts';

const ATTEMPTS = 8;

/**
 * Tells the colleague once that they stand in, for whom, until when and how to say no; tells whoever is away that the
 * colleague said no; and lets it go when its day has come.
 */
export async function workAway(deps: DigestDeps, claimed: StoredDocument<AwayRecord>): Promise<void> {
  const record = claimed.body;
  const now = deps.clock.now().toISOString();
  if (record.until <= now) return remove(deps, claimed);
  const { organization: organizationId, personId, deputy, refused, until } = record;
  const organization = deps.organizations.byId(organizationId);
  const [absent, standIn] = await Promise.all(
    [personId, deputy].map((one) => deps.store.read<'person'>(organizationId, personDocumentId(one))),
  );
  const [reader, other] = refused ? [absent, standIn] : [standIn, absent];
  const address = reader && addressOf(reader.body, organization);
  const name = other?.body.profile.name;
  const content = { type: 'away' as const, what: refused ? ('refused' as const) : ('asked' as const) };
  const delivery =
    address && (await deps.messenger.post(address, { ...content, name, absent: personId, until }));
  const tries = record.attempts + (delivery?.outcome === 'later' && delivery.counts ? 1 : 0);
  if (delivery?.outcome === 'later' && tries < ATTEMPTS) {
    return settle(deps, claimed, { attempts: tries }, delivery.after ?? backoff(tries));
  }
  return refused ? remove(deps, claimed) : settle(deps, claimed, { told: true, attempts: 0 }, 0);
}

async function settle(
  deps: DigestDeps,
  { partition, id, lease, body: was }: StoredDocument<AwayRecord>,
  changes: Partial<AwayRecord>,
  wait: number,
): Promise<void> {
  const notBefore = new Date(deps.clock.now().getTime() + wait).toISOString();
  await changeDocument<'away', void>(deps, partition, id, (document) => {
    if (!document) return { result: undefined };
    const { body } = document;
    // Another colleague, another day or a refusal meanwhile is still to be told.
    const same = body.deputy === was.deputy && body.until === was.until && body.refused === was.refused;
    const record = same ? { ...body, ...changes } : body;
    return { draft: awayDraft(record, leaseAfter(document.lease, lease), notBefore), result: undefined };
  });
}

async function remove(
  { store }: DigestDeps,
  { partition, id, lease }: StoredDocument<AwayRecord>,
): Promise<void> {
  const document = await store.read<'away'>(partition, id);
  if (document && document.lease?.owner === lease?.owner) await store.remove(partition, id, document.etag);
}
