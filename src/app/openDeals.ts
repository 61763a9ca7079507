import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { ReferralRecord } from './referralRecord.ts';

/** The stages in which a deal is open. */
export const openStages = ['received', 'accepted'] as const;

/** The term under which the deals are found in whose team somebody is. */
export function teamTerm(email: string): string {
  return `team:${email.toLowerCase()}`;
}

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
