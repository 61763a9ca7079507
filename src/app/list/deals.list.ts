import type { ListChoice } from '#domain/list/dealList.ts';
import { sumByCurrency } from '#domain/list/totals.ts';
import type { Money } from '#domain/referral/referral.ts';
import type { Count, DocumentStore } from '#ports/documents.ts';
import { favoriteIds } from './deal.favorite.ts';
import { type DealPage, type PagePosition, readPage } from './dealPage.ts';
import { type ListInput, listOf, type OneList } from './listSource.ts';

/** A page of a list and what stands around it. */
export interface ListedDeals extends DealPage {
  choice: ListChoice;
  /** Ids of the deals on the page that have the person's heart. */
  favorites: readonly string[];
  /** Deals in this list, narrowed as it is. */
  count: Count;
  /** What all of them are worth together, by currency; absent where they are too many to look at. */
  totals?: readonly Money[] | undefined;
}

/** Counted no further, "200+", and added up no further: a sum of some would be read as one of all. */
const MOST_COUNTED = 200;
const COUNT_EFFORT = 2_000;

/**
 * A page of one of a person's lists (CR-13, CR-15, CR-17), with just the deals that the person may see (CR-2 to
 * CR-4): who is no member gets an empty one. Costs the same however many deals there are.
 */
export async function listDeals(
  deps: { store: DocumentStore },
  input: ListInput,
  position: PagePosition = {},
): Promise<ListedDeals> {
  const { organization, personId } = input;
  const list = await listOf(deps, input);
  const [page, head, ids] = await Promise.all([
    readPage(list.source, position),
    headOf(deps, organization, list),
    favoriteIds(deps, organization, personId),
  ]);
  const favorites = page.deals.map(({ id }) => id).filter((id) => ids.includes(id));
  return { ...page, ...head, choice: list.choice, favorites };
}

/** How many deals a list has and what they are worth, as far as that can be told by looking at two hundred of them. */
async function headOf(
  { store }: { store: DocumentStore },
  organization: string,
  { source, counted }: OneList,
): Promise<Pick<ListedDeals, 'count' | 'totals'>> {
  if (counted) {
    const query = { partition: organization, kind: 'referral', ...counted };
    const count = await store.count({ ...query, limit: MOST_COUNTED, effort: COUNT_EFFORT });
    if (count.more) return { count };
  }
  const { deals, cursor } = await source.read(MOST_COUNTED, undefined, false);
  const count = { count: deals.length, more: cursor !== undefined };
  return count.more ? { count } : { count, totals: sumByCurrency(deals.map(({ referral }) => referral)) };
}
