import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { openPairs, seenBy } from './dealScope.ts';
import { searchDeals } from './deals.search.ts';

/** Which deal somebody means: one, several, or none that they may see. */
export type NamedDeal = { kind: 'one'; referral: Referral } | { kind: 'several' } | { kind: 'none' };

/** The deal that typed words name: its id, or words that one deal alone has among those the person may see. */
export async function dealNamed(
  deps: { store: DocumentStore },
  input: { organization: string; personId: string; member: Membership | undefined; text: string },
): Promise<NamedDeal> {
  const outcome = await searchDeals(deps, input);
  if (outcome.kind === 'deal') return { kind: 'one', referral: outcome.referral };
  if (outcome.kind === 'too-short') return { kind: 'none' };
  const [referral] = outcome.deals;
  if (!referral) return { kind: 'none' };
  const alone = outcome.deals.length === 1 && outcome.next === undefined;
  return alone ? { kind: 'one', referral } : { kind: 'several' };
}

/** The only open deal that somebody may see: then it is clear without words which one is meant. */
export async function onlyOpenDeal(
  { store }: { store: DocumentStore },
  { organization, member }: { organization: string; member: Membership | undefined },
): Promise<Referral | undefined> {
  if (!member) return undefined;
  const { where, terms } = seenBy(member, openPairs);
  const query = { partition: organization, kind: 'referral', where, terms };
  const { documents } = await store.list<ReferralRecord>({ ...query, limit: 2 });
  return documents.length === 1 ? documents[0]?.body.referral : undefined;
}
