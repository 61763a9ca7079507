import { directionAndStatus } from '#app/referral/dealIndex.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { openPairs, type Scope, seenBy, workedOnBy } from './dealScope.ts';
import { searchDeals } from './deals.search.ts';

/** Which deal somebody means: one, several of which the first are here, or none that they may see. */
export type NamedDeal =
  | { kind: 'one'; referral: Referral }
  | { kind: 'several'; deals: readonly Referral[] }
  | { kind: 'none' };

/** As many as are worth naming, and one more. */
const MOST = 6;

/** The deal that typed words name: its id, or words that one deal alone has among those the person may see. */
export async function dealNamed(
  deps: { store: DocumentStore },
  input: { organization: string; personId: string; member: Membership | undefined; text: string },
): Promise<NamedDeal> {
  const outcome = await searchDeals(deps, input);
  if (outcome.kind === 'deal') return { kind: 'one', referral: outcome.referral };
  if (outcome.kind === 'too-short') return { kind: 'none' };
  const { deals, next } = outcome;
  return deals.length === 1 && next !== undefined ? { kind: 'several', deals } : amongst(deals);
}

/**
 * The deal that is meant without words: the one accepted deal that somebody works on; who works on none means the only
 * open deal that they may see. `undecided`: the only referral that waits for an answer.
 */
export async function dealAtHand(
  { store }: { store: DocumentStore },
  {
    organization,
    member,
    undecided = false,
  }: { organization: string; member: Membership | undefined; undecided?: boolean },
): Promise<NamedDeal> {
  if (!member) return { kind: 'none' };
  const newest = async ({ where, terms }: Scope) => {
    const orderBy = { field: 'created', direction: 'descending' } as const;
    const query = { partition: organization, kind: 'referral' as const, where, terms, orderBy, limit: MOST };
    const { documents } = await store.list(query);
    return amongst(documents.map(({ body }) => body.referral));
  };
  if (undecided) return newest(seenBy(member, [directionAndStatus('inbound', 'received')]));
  const own = await newest(workedOnBy(member));
  return own.kind === 'none' ? newest(seenBy(member, openPairs)) : own;
}

function amongst(deals: readonly Referral[]): NamedDeal {
  const [referral, ...others] = deals;
  if (!referral) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', referral } : { kind: 'several', deals };
}
