import type { DocumentStore } from '#ports/documents.ts';
import { aliasOf } from './aliasRecord.ts';
import { type ReferralRecord, referralDocumentId } from './referralRecord.ts';

/**
 * One referral of one organization with what Partner Center sent, by our id or by the one that it has in Partner Center;
 * undefined where there is none.
 */
export async function readReferralRecord(
  deps: { store: DocumentStore },
  input: { organization: string; referralId: string },
): Promise<ReferralRecord | undefined> {
  const { organization, referralId } = input;
  const found = await deps.store.read<'referral'>(organization, referralDocumentId(referralId));
  if (found) return found.body;
  const ours = await aliasOf(deps, organization, referralId);
  if (ours === undefined) return undefined;
  return (await deps.store.read<'referral'>(organization, referralDocumentId(ours)))?.body;
}
