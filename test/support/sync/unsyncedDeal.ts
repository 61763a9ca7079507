import { referralDocumentId, referralDraft } from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';

/** Has these fields of a stored deal stand otherwise in Partner Center, and answers with the deal. */
export async function differing(
  deps: Parameters<typeof changeDocument>[0],
  { organization, id }: Pick<Referral, 'organization' | 'id'>,
  ...items: readonly (Omit<Unsynced, 'since'> & Partial<Unsynced>)[]
): Promise<Referral> {
  const unsynced = items.map((item) => ({ since: '2026-11-20T09:00:00.000Z', ...item }));
  return changeDocument<'referral', Referral>(deps, organization, referralDocumentId(id), (document) => {
    if (!document) throw new RangeError(`no deal ${id}`);
    const referral = { ...document.body.referral, unsynced };
    const record = { ...document.body, referral };
    return { draft: referralDraft(record, document.lease), result: referral };
  });
}
