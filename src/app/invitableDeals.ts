import { inviteProblem } from '../domain/inviteRules.ts';
import { MICROSOFT } from '../domain/party.ts';
import type { Referral } from '../domain/referral.ts';
import type { Membership } from '../domain/rights.ts';
import { queryTerms } from '../domain/searchTerms.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { searchGroup, shelfOf } from './dealIndex.ts';
import { seenBy } from './dealScope.ts';
import { storedDeals } from './dealSource.ts';

const MOST = 10;

/**
 * The newest open deals to which a member can still invite somebody (CR-31 to CR-33): those that fit some words among
 * all that they may see, without words those in whose team they are. At most ten; two are as good as many, since the
 * one that is meant must be plain.
 */
export async function invitableDeals(
  { store }: { store: DocumentStore },
  { organization, member, text }: { organization: string; member: Membership; text: string },
): Promise<readonly Referral[]> {
  const groups = queryTerms(text.slice(0, 500)).map(searchGroup);
  const seen = groups.length > 0 ? member : { ...member, role: 'referrals-user' as const };
  const { where, terms } = seenBy(seen, [shelfOf('outbound', 'accepted')]);
  const source = storedDeals(store, {
    partition: organization,
    where,
    terms: [...terms, ...groups],
    orderBy: { field: 'created', direction: 'descending' },
  });
  const { deals } = await source.read(MOST, undefined, false);
  return deals
    .map(({ referral }) => referral)
    .filter((referral) => [MICROSOFT, ''].some((guest) => inviteProblem(referral, guest) === undefined));
}
