import { changeDocument } from '#app/store/changeDocument.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    alias: AliasRecord;
  }
}

/** Leads from the id that a record has in Partner Center to ours, where that is another one. */
export interface AliasRecord {
  referralId: string;
}

/** Our id of the record that Partner Center knows by an id; undefined where nothing leads from that. */
export async function aliasOf(
  { store }: { store: DocumentStore },
  organization: string,
  partnerCenterId: string,
): Promise<string | undefined> {
  const document = await store.read<'alias'>(organization, aliasId(partnerCenterId));
  return document?.body.referralId;
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
