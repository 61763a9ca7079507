import { directionAndStatus, searchGroup } from '#app/referral/dealIndex.ts';
import { partners } from '#domain/engagement/engagement.ts';
import { inviteProblem } from '#domain/engagement/inviteRules.ts';
import { isUndecided } from '#domain/engagement/takingPart.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { queryTerms } from '#domain/values/searchTerms.ts';
import type { DocumentStore } from '#ports/documents.ts';
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
  const deals = await startedDeals({ store }, { organization, member, text });
  return deals.filter((referral) =>
    [MICROSOFT, ''].some((guest) => inviteProblem(referral, guest) === undefined),
  );
}

/** The newest invitations of a member's own deals that wait for an answer, each with its deal. */
export async function openInvitations(
  deps: { store: DocumentStore },
  { organization, member }: { organization: string; member: Membership },
): Promise<readonly { referral: Referral; party: Party }[]> {
  const deals = await startedDeals(deps, { organization, member, text: '' });
  return deals.flatMap((referral) =>
    partners(referral)
      .filter(isUndecided)
      .map((party) => ({ referral, party })),
  );
}

/** The newest open deals that our company started: in whose team a member is, or with words all that they may see. */
async function startedDeals(
  { store }: { store: DocumentStore },
  { organization, member, text }: { organization: string; member: Membership; text: string },
): Promise<readonly Referral[]> {
  const groups = queryTerms(text.slice(0, 500)).map(searchGroup);
  const seen = groups.length > 0 ? member : { ...member, role: 'referrals-user' as const };
  const { where, terms } = seenBy(seen, [directionAndStatus('outbound', 'accepted')]);
  const source = storedDeals(store, {
    partition: organization,
    where,
    terms: [...terms, ...groups],
    orderBy: { field: 'created', direction: 'descending' },
  });
  const { deals } = await source.read(MOST, undefined, false);
  return deals.map(({ referral }) => referral);
}
