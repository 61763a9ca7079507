import type { DealFilters, DealList } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { favoriteIds, visibleDeal } from './deal.favorite.ts';
import { neighboursOf } from './dealPage.ts';
import { searchSourceOf } from './deals.search.ts';
import { listOf } from './listSource.ts';

/** Where a deal was opened from. */
export type OpenedFrom = { list: DealList; filters?: DealFilters | undefined } | { text: string };

/** A deal and those beside it, by id, in the list that it was opened from. */
export interface OpenedDeal {
  referral: Referral;
  previous?: string | undefined;
  next?: string | undefined;
  /** Whether it has the person's heart. */
  favorite: boolean;
}

/**
 * Opens a deal from a list, with its neighbours in that list's order, filters and rights. Undefined alike for a deal
 * that is not there and for one that the person may not see.
 */
export async function openDeal(
  deps: { store: DocumentStore },
  input: {
    organization: string;
    personId: string;
    member: Membership | undefined;
    referralId: string;
    from: OpenedFrom | undefined;
    today: LocalDate;
    /** What else the organization demands of a registration (CR-49). */
    policy?: RegistrationPolicy | undefined;
  },
): Promise<OpenedDeal | undefined> {
  const { from, ...who } = input;
  const referral = await visibleDeal(deps, input);
  if (!referral) return undefined;
  const hearts = await favoriteIds(deps, input.organization, input.personId);
  const favorite = hearts.includes(referral.id);
  if (!from) return { referral, favorite };
  const source =
    'list' in from
      ? (await listOf(deps, { ...who, ...from })).source
      : searchSourceOf(deps, { ...who, ...from });
  const { previous, next } = source ? await neighboursOf(source, referral) : {};
  return { referral, previous: previous?.id, next: next?.id, favorite };
}
