import { aliasOf } from '#app/referral/aliasRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { visibleDeal } from './deal.favorite.ts';

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** An address may name the account before it names the deal. */
const MOST_IDS = 4;

/**
 * The deal to which an address leads: the first of the ids in it that is one's, ours or Partner Center's. Undefined alike
 * where there is none and where the person may not see it.
 */
export async function linkedDeal(
  deps: { store: DocumentStore },
  input: { organization: string; member: Membership | undefined; text: string },
): Promise<Referral | undefined> {
  const { organization, member, text } = input;
  for (const named of (text.match(ids) ?? []).slice(0, MOST_IDS)) {
    const id = named.toLowerCase();
    const deal =
      (await visibleDeal(deps, { organization, member, referralId: id })) ??
      (await visibleDeal(deps, {
        organization,
        member,
        referralId: (await aliasOf(deps, organization, id)) ?? '',
      }));
    if (deal) return deal;
  }
  return undefined;
}
