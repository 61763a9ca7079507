import { teamTerm } from '#app/referral/dealIndex.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import { openPairs } from './dealScope.ts';

/** The stages in which a deal is open. */
export const openStages = ['received', 'accepted'] as const;

/** The open deals in whose team an address stands, oldest first; `cursor` of the page before. */
export async function openDealsOf(
  deps: { store: DocumentStore },
  input: { organization: string; address: string; limit: number; cursor?: string | undefined },
): Promise<{ documents: StoredDocument<ReferralRecord>[]; cursor?: string }> {
  return deps.store.list<'referral'>({
    partition: input.organization,
    kind: 'referral',
    terms: [openPairs.map((shelf) => teamTerm(shelf, input.address))],
    orderBy: { field: 'created', direction: 'ascending' },
    limit: input.limit,
    ...(input.cursor && { cursor: input.cursor }),
  });
}
