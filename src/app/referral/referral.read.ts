import type { DocumentStore } from '#ports/documents.ts';
import { type ReferralRecord, referralDocumentId } from './referralRecord.ts';

/** One referral of one organization with what Partner Center sent, or undefined where there is none. */
export async function readReferralRecord(
  deps: { store: DocumentStore },
  input: { organization: string; referralId: string },
): Promise<ReferralRecord | undefined> {
  const document = await deps.store.read<'referral'>(
    input.organization,
    referralDocumentId(input.referralId),
  );
  return document?.body;
}
