import { searchGroup } from '#app/referral/dealIndex.ts';
import { hasWords } from '#domain/list/fitsFilters.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { isSearchable } from '#domain/values/searchable.ts';
import { cutWords, queryTerms } from '#domain/values/searchTerms.ts';
import type { Count, DocumentStore } from '#ports/documents.ts';
import { favoriteIds, visibleDeal } from './deal.favorite.ts';
import { type DealPage, type PagePosition, readPage } from './dealPage.ts';
import { allShelves, seenBy } from './dealScope.ts';
import { type DealSource, storedDeals } from './dealSource.ts';

export interface SearchInput {
  organization: string;
  personId: string;
  member: Membership | undefined;
  /** As it was typed. */
  text: string;
}

/** What a search came to. */
export type SearchOutcome =
  /** Less than three letters, or two Chinese characters, in every word (CR-16). */
  | { kind: 'too-short' }
  /** The text names a deal by its id: that one. */
  | { kind: 'deal'; referral: Referral; favorite: boolean }
  | ({ kind: 'found'; favorites: readonly string[]; count: Count } & DealPage);

const MOST_COUNTED = 100;
const COUNT_EFFORT = 2_000;

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * Deals that a member may see with all words of a text in their name, id, customer's name (beginnings of words) or
 * notes (whole words), the newest first (CR-16). An id, wherever it stands in the text, opens its deal at once.
 */
export async function searchDeals(
  deps: { store: DocumentStore },
  input: SearchInput,
  position: PagePosition = {},
): Promise<SearchOutcome> {
  const { organization, personId, member, text } = input;
  const id = idPattern.exec(text)?.[0];
  const named = id && (await visibleDeal(deps, { organization, member, referralId: id.toLowerCase() }));
  if (named) {
    const hearts = await favoriteIds(deps, organization, personId);
    return { kind: 'deal', referral: named, favorite: hearts.includes(named.id) };
  }
  if (!isSearchable(text)) return { kind: 'too-short' };
  const source = searchSourceOf(deps, input);
  if (!source || !member) return { kind: 'found', ...nothing };
  const [page, ids, count] = await Promise.all([
    readPage(source, position),
    favoriteIds(deps, organization, personId),
    deps.store.count({
      ...queryOf(organization, member, text),
      limit: MOST_COUNTED,
      effort: COUNT_EFFORT,
    }),
  ]);
  const favorites = page.deals.map((deal) => deal.id).filter((one) => ids.includes(one));
  return { kind: 'found', ...page, favorites, count };
}

/** The finds of a search, to be read from any position; undefined for who is no member. */
export function searchSourceOf(deps: { store: DocumentStore }, input: SearchInput): DealSource | undefined {
  const { organization, member, text } = input;
  if (!member) return undefined;
  const words = cutWords(text);
  return storedDeals(
    deps.store,
    { ...queryOf(organization, member, text), orderBy: { field: 'created', direction: 'descending' } },
    words.length > 0 ? { keeps: (referral) => hasWords(referral, words) } : {},
  );
}

const nothing = { deals: [], further: false, favorites: [], count: { count: 0, more: false } };

function queryOf(organization: string, member: Membership, text: string) {
  const { where, terms } = seenBy(member, allShelves);
  const groups = queryTerms(text.slice(0, 500)).map(searchGroup);
  return { partition: organization, kind: 'referral', where, terms: [...terms, ...groups] };
}
