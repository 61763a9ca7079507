import { changeDocument } from '#app/store/changeDocument.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    alias: AliasRecord;
  }
}

/**
 * Leads from the id that a record has in Partner Center to ours, where that is another one; and from each id of a record
 * that is no longer kept to ours, so that nobody makes it anew.
 */
export interface AliasRecord {
  referralId: string;
  /** Since when the record is kept no longer, or is about to be removed. */
  removedAt?: Instant | undefined;
}

/** Where an id leads; undefined where nothing leads from it. */
export async function readAlias(
  { store }: { store: DocumentStore },
  organization: string,
  id: string,
): Promise<AliasRecord | undefined> {
  return (await store.read<'alias'>(organization, aliasId(id)))?.body;
}

/** Our id of the record that Partner Center knows by an id; undefined where nothing leads from that. */
export async function aliasOf(
  deps: { store: DocumentStore },
  organization: string,
  partnerCenterId: string,
): Promise<string | undefined> {
  return (await readAlias(deps, organization, partnerCenterId))?.referralId;
}

/** Whether a record was removed because it had been closed for long. To be asked where it isn't there. */
export async function isRemoved(
  deps: { store: DocumentStore },
  organization: string,
  id: string,
): Promise<boolean> {
  return (await readAlias(deps, organization, id))?.removedAt !== undefined;
}

/**
 * Notes that a record is kept no longer, under each of its ids, so that no delivery and no message of another party makes
 * it anew. Written before it is removed: as long as the record is there it counts, and not this. Safe to repeat.
 */
export async function noteRemoved(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
  { id: referralId, partnerCenterId }: { id: string; partnerCenterId?: string | undefined },
): Promise<void> {
  const removedAt = deps.clock.now().toISOString();
  for (const known of [referralId, ...(partnerCenterId === undefined ? [] : [partnerCenterId])]) {
    const id = aliasId(known);
    await changeDocument<'alias', void>(deps, organization, id, (document) => {
      if (document?.body.removedAt) return { result: undefined };
      const body = { referralId, removedAt };
      return {
        draft: { partition: organization, id, kind: 'alias', schema: 1, body },
        result: undefined,
      };
    });
  }
}

/**
 * Has an id of Partner Center lead to a record of ours from now on, unless it leads somewhere already. Returns where it
 * leads. Written before the record says so itself: who is stopped in between finds the way again.
 */
export async function addAlias(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
  partnerCenterId: string,
  referralId: string,
): Promise<string> {
  const id = aliasId(partnerCenterId);
  return changeDocument<'alias', string>(deps, organization, id, (document) =>
    document
      ? { result: document.body.referralId }
      : {
          draft: { partition: organization, id, kind: 'alias', schema: 1, body: { referralId } },
          result: referralId,
        },
  );
}

function aliasId(partnerCenterId: string): string {
  return `alias:${partnerCenterId.toLowerCase()}`;
}
