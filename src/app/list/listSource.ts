import { areWholeQuarters, beginsBand } from '#app/referral/dealBands.ts';
import {
  actionSince,
  type DealFilters,
  type DealList,
  hasCome,
  type ListChoice,
} from '#domain/list/dealList.ts';
import { isOverdue, isQuiet } from '#domain/list/dueDay.ts';
import { fitsFilters, fitsWords, hasWords } from '#domain/list/fitsFilters.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';
import { cutWords } from '#domain/values/searchTerms.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { favoriteIds, visibleDeals } from './deal.favorite.ts';
import { listOrder, listScope, type Scope } from './dealScope.ts';
import { type DealSource, heldDeals, type Sieve, storedDeals } from './dealSource.ts';
import { isReindexing } from './deals.reindex.ts';
import { listChoiceOf } from './listChoice.ts';

/** Whose list, and which. */
export interface ListInput {
  organization: string;
  personId: string;
  member: Membership | undefined;
  list: DealList;
  /** Asked for this once, in place of what is remembered (CR-15). */
  filters?: DealFilters | undefined;
  /** In the reader's zone; what is due is due by it. */
  today: LocalDate;
  /** What else the organization demands of a registration (CR-49). */
  policy?: RegistrationPolicy | undefined;
}

/** A list as somebody sees it. */
export interface OneList {
  choice: ListChoice;
  source: DealSource;
  /** What counts its deals in the store; absent where some that it counts would be dropped. */
  counted?: Scope | undefined;
}

/** One of a person's lists, to be read from any position. Who is no member has an empty one. */
export async function listOf(deps: { store: DocumentStore }, input: ListInput): Promise<OneList> {
  const { organization, member, list, today } = input;
  const choice = await listChoiceOf(deps, input);
  if (!member) return { choice, source: heldDeals([], listOrder(list, choice)) };
  if (list === 'favorites') {
    const ids = await favoriteIds(deps, organization, input.personId);
    const hearts = await visibleDeals(deps, { organization, member, ids });
    const fits = (one: Referral) => fitsFilters(one, choice.filters, today) && fitsWords(one, choice.filters);
    return { choice, source: heldDeals(hearts.filter(fits), listOrder(list, choice)) };
  }
  const reindexing = isNewInIndex(choice) && (await isReindexing(deps, organization));
  const asked = reindexing ? inOldIndex(choice) : choice;
  const scope = listScope(list, member, asked);
  const { orderBy, ...counted } = scope;
  const sieve = sieveOf(input, choice.filters, reindexing);
  const source = storedDeals(deps.store, { partition: organization, ...scope }, sieve);
  // The order of what is reviewed leaves out what waits for nobody.
  const exact = !sieve.keeps && !sieve.ends && list !== 'reviews';
  // The order in which it stands, which need not be the one that was chosen.
  const shown = { ...asked, filters: choice.filters };
  return { choice: shown, source, ...(exact && { counted }) };
}

/** Whether the index knows something of a choice only since its last change. */
function isNewInIndex({ sort, filters }: ListChoice): boolean {
  const { country, customer, type, solution, status, registration, ...more } = filters;
  return sort === 'due' || Object.values(more).some((value) => value !== undefined);
}

/** What an index from before the last change of it knows of a choice; the rest is looked at in each deal. */
function inOldIndex({ sort, descending, filters }: ListChoice): ListChoice {
  const { country, customer, type, solution, status, registration } = filters;
  const order = sort === 'due' ? ({ sort: 'created', descending: true } as const) : { sort, descending };
  return { ...order, filters: { country, customer, type, solution, status, registration } };
}

/** Whether the bands of values and the quarters that are asked for hold nothing else: the usual case, such as `over 100k`. */
function isExactInIndex({ over, under, closingFrom, closingTo }: DealFilters): boolean {
  return (
    under === undefined &&
    (over === undefined || beginsBand(over.amount)) &&
    areWholeQuarters(closingFrom, closingTo)
  );
}

/** What the query leaves in that does not belong to the list. */
function sieveOf({ list, today, policy }: ListInput, filters: DealFilters, reindexing: boolean): Sieve {
  const { overdue, quiet, words = '', partner } = filters;
  const ranges = overdue || quiet || !isExactInIndex(filters);
  const long = cutWords(words);
  const needed = ranges || reindexing || long.length > 0 || list === 'action';
  // The index knows of no policy.
  const actsOn = (one: Referral) => list !== 'action' || actionSince(one, policy) !== undefined;
  const texts = reindexing ? { words, partner } : undefined;
  const keeps = (one: Referral) =>
    actsOn(one) &&
    fitsFilters(one, filters, today) &&
    hasWords(one, long) &&
    (!texts || fitsWords(one, texts));
  return { ...(needed && { keeps }), ...endOf({ list, today }, filters, reindexing) };
}

/** Where the order says by itself that nothing of the list comes any more. */
function endOf(
  { list, today }: Pick<ListInput, 'list' | 'today'>,
  filters: DealFilters,
  reindexing: boolean,
): Sieve {
  if (list === 'action') return { ends: (one) => !hasCome(actionSince(one)?.since ?? '', today) };
  const { field } = listOrder(list, { sort: 'created', descending: true, filters });
  if (reindexing) return {};
  if (field === 'due') return { ends: (one) => !isOverdue(one, today) };
  if (field === 'happened') return { ends: (one) => !isQuiet(one, today) };
  return {};
}
