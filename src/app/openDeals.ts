import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import { openStages, type ReferralRecord, teamTerm } from './referralRecord.ts';

/** The open deals in whose team an address stands, oldest first; `cursor` of the page before. */
export async function openDealsOf(
  deps: { store: DocumentStore },
  input: { organization: string; address: string; limit: number; cursor?: string | undefined },
): Promise<{ documents: StoredDocument<ReferralRecord>[]; cursor?: string }> {
  return deps.store.list<ReferralRecord>({
    partition: input.organization,
    kind: 'referral',
    where: { stage: openStages },
    terms: [teamTerm(input.address)],
    orderBy: { field: 'created', direction: 'ascending' },
    limit: input.limit,
    ...(input.cursor && { cursor: input.cursor }),
  });
}
