import {
  actionSince,
  type DealList,
  fitsFilters,
  hasCome,
  type ListChoice,
  usualChoice,
} from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';
import type { Count, DocumentStore } from '#ports/documents.ts';
import { favoriteIds, visibleDeals } from './deal.favorite.ts';
import { type DealPage, type PagePosition, readPage } from './dealPage.ts';
import { listScope } from './dealScope.ts';
import { type DealSource, heldDeals, storedDeals } from './dealSource.ts';
import { listChoiceOf } from './listChoice.ts';

/** Whose list, and which. */
export interface ListInput {
  organization: string;
  personId: string;
  member: Membership | undefined;
  list: DealList;
  /** In the reader's zone; what is due is due by it. */
  today: LocalDate;
  /** What else the organization demands of a registration (CR-49). */
  policy?: RegistrationPolicy | undefined;
}

/** A page of a list and what stands around it. */
export interface ListedDeals extends DealPage {
  choice: ListChoice;
  /** Ids of the deals on the page that have the person's heart. */
  favorites: readonly string[];
  /** Deals in this list, narrowed as it is. */
  count: Count;
  /** Deals on each tab, not narrowed (CR-13). */
  tabs: Readonly<Record<'inbound' | 'outbound' | 'favorites', Count>>;
}

/** Counted no further: "100+". */
const MOST_COUNTED = 100;
const COUNT_EFFORT = 2_000;

const nothing: Count = { count: 0, more: false };

/**
 * A page of one of a person's lists (CR-13, CR-15, CR-17), with just the deals that the person may see (CR-2 to
 * CR-4): who is no member gets an empty one. Costs the same however many deals there are.
 */
export async function listDeals(
  deps: { store: DocumentStore },
  input: ListInput,
  position: PagePosition = {},
): Promise<ListedDeals> {
  const { organization, personId, member } = input;
  const choice = await listChoiceOf(deps, input);
  const ids = await favoriteIds(deps, organization, personId);
  const hearts = await visibleDeals(deps, { organization, member, ids });
  const source = member && sourceOf(deps, input, member, choice, hearts);
  const page = source ? await readPage(source, position) : { deals: [], further: false };
  const [count, inbound, outbound] = await Promise.all([
    countOf(deps, input, choice, hearts),
    countOf(deps, { ...input, list: 'inbound' }, usualChoice, hearts),
    countOf(deps, { ...input, list: 'outbound' }, usualChoice, hearts),
  ]);
  return {
    ...page,
    choice,
    favorites: page.deals.map(({ id }) => id).filter((id) => ids.includes(id)),
    count,
    tabs: { inbound, outbound, favorites: counted(hearts.length) },
  };
}

/** One of a person's lists, to be read from any position; undefined for who is no member. */
export async function dealSourceOf(
  deps: { store: DocumentStore },
  input: ListInput,
): Promise<DealSource | undefined> {
  const { organization, personId, member, list } = input;
  if (!member) return undefined;
  const choice = await listChoiceOf(deps, input);
  const ids = list === 'favorites' ? await favoriteIds(deps, organization, personId) : [];
  const hearts = await visibleDeals(deps, { organization, member, ids });
  return sourceOf(deps, input, member, choice, hearts);
}

function sourceOf(
  deps: { store: DocumentStore },
  { organization, list, today, policy }: ListInput,
  member: Membership,
  choice: ListChoice,
  hearts: readonly Referral[],
): DealSource {
  if (list === 'favorites') {
    const direction = choice.descending ? ('descending' as const) : ('ascending' as const);
    return heldDeals(narrowedHearts(hearts, choice), { field: choice.sort, direction });
  }
  const query = { partition: organization, ...listScope(list, member, choice) };
  if (list !== 'action') return storedDeals(deps.store, query);
  return storedDeals(deps.store, query, {
    // The index knows of no policy.
    keeps: (referral) => actionSince(referral, policy) !== undefined,
    ends: (referral) => !hasCome(actionSince(referral)?.since ?? '', today),
  });
}

async function countOf(
  deps: { store: DocumentStore },
  input: ListInput,
  choice: ListChoice,
  hearts: readonly Referral[],
): Promise<Count> {
  const { organization, member, list } = input;
  if (!member) return nothing;
  if (list === 'favorites') return counted(narrowedHearts(hearts, choice).length);
  if (list === 'action' || list === 'reviews') {
    // What is not due yet stands in the same order behind what is, so the beginning of the list says enough.
    const { deals, cursor } = await sourceOf(deps, input, member, choice, hearts).read(
      MOST_COUNTED,
      undefined,
      false,
    );
    return { count: deals.length, more: cursor !== undefined };
  }
  const { where, terms } = listScope(list, member, choice);
  const query = { partition: organization, kind: 'referral', where, terms };
  return deps.store.count({ ...query, limit: MOST_COUNTED, effort: COUNT_EFFORT });
}

function counted(count: number): Count {
  return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED };
}

function narrowedHearts(hearts: readonly Referral[], { filters }: ListChoice): Referral[] {
  const customer = wordsOf(filters.customer ?? '');
  const solution = wordsOf(filters.solution ?? '');
  return hearts.filter((referral) => {
    const solutions = (referral.solutions ?? []).flatMap(({ id, name }) => [id, name]);
    return (
      fitsFilters(referral, filters) &&
      beginsWords(customer, [referral.customer.name]) &&
      beginsWords(solution, [...solutions, ...referral.wanted.solutions])
    );
  });
}
