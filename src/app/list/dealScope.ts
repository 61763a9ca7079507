import { quartersWithin, worthBands } from '#app/referral/dealBands.ts';
import {
  atLocation,
  customerTerm,
  directionAndStatus,
  partnerTerm,
  searchGroup,
  solutionTerm,
  teamTerm,
} from '#app/referral/dealIndex.ts';
import {
  type DealFilters,
  type DealList,
  type DealStatus,
  dealStatuses,
  type ListChoice,
  registrationsOf,
  statusesOf,
} from '#domain/list/dealList.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { queryTerms } from '#domain/values/searchTerms.ts';
import type { ListQuery } from '#ports/documents.ts';

/** The part of a query that says what may be found. */
export type Scope = Required<Pick<ListQuery, 'where' | 'terms'>>;
type Order = NonNullable<ListQuery['orderBy']>;

const directions = ['inbound', 'outbound'] as const;

/**
 * The deals of these shelves that a member may see, as the part of a query (CR-2 to CR-4): the company's admin all of
 * them, another admin those of the locations, a user those of the locations with one of the own addresses in the team.
 */
export function seenBy(member: Membership, shelves: readonly string[]): Scope {
  const { locations } = member;
  if (member.role === 'referrals-user') return teamOf(member, shelves);
  if (locations === 'all') return { where: { shelf: shelves }, terms: [] };
  const places = shelves.flatMap((shelf) => locations.map((location) => atLocation(shelf, location)));
  return { where: { place: places }, terms: [] };
}

/** Those among them that the member is in the team of, whatever the role. */
export function teamOf({ locations, addresses }: Membership, shelves: readonly string[]): Scope {
  const group = shelves.flatMap((shelf) => addresses.map((address) => teamTerm(shelf, address)));
  return { where: locations === 'all' ? {} : { location: locations }, terms: [group] };
}

/** The accepted deals that a member is in the team of. */
export function workedOnBy(member: Membership): Scope {
  return teamOf(member, pairsOf(directions, ['accepted']));
}

/** Every shelf there is. */
export const allShelves: readonly string[] = pairsOf(directions, dealStatuses);

/** The shelves of open deals, of both directions. */
export const openPairs: readonly string[] = pairsOf(directions, statusesOf('open'));

function pairsOf(of: readonly string[], statuses: readonly DealStatus[]): string[] {
  return of.flatMap((direction) => statuses.map((status) => directionAndStatus(direction, status)));
}

/** What a list holds for a member, narrowed to the choice (CR-13, CR-15), and its order. Favorites are no such list. */
export function listScope(
  list: Exclude<DealList, 'favorites'>,
  member: Membership,
  choice: ListChoice,
): Scope & { orderBy: Order } {
  const { filters } = choice;
  const { where, terms } = (list === 'mine' ? teamOf : seenBy)(member, shelvesOf(list, filters));
  return {
    where: { ...where, ...narrowedFields(filters), ...ownFields(list, filters) },
    terms: [...terms, ...narrowedTerms(filters)],
    orderBy: listOrder(list, choice),
  };
}

/** The order of a list: some have one of their own, and so has what is overdue or quiet. */
export function listOrder(list: DealList, { filters, sort, descending }: ListChoice): Order {
  const own = ownOrders[list];
  if (own) return { field: own, direction: 'ascending' };
  if (filters.overdue) return { field: 'due', direction: 'ascending' };
  if (filters.quiet) return { field: 'happened', direction: 'ascending' };
  return { field: sort, direction: descending ? 'descending' : 'ascending' };
}

/** What waits for Microsoft has its moment in the order of what wants somebody to act. */
const ownOrders: Partial<Record<DealList, string>> = {
  expiring: 'expires',
  action: 'action',
  unsynced: 'unsynced',
  reviews: 'action',
};

function shelvesOf(list: Exclude<DealList, 'favorites'>, filters: DealFilters): readonly string[] {
  // What is filtered by is true of accepted deals alone.
  const goingOn = filters.overdue || filters.quiet || filters.stage !== undefined;
  const fits: readonly DealStatus[] = goingOn ? ['accepted'] : dealStatuses;
  const chosen = statusesOf(filters.status);
  const among = (statuses: readonly DealStatus[]) =>
    statuses.filter((status) => fits.includes(status) && chosen.includes(status));
  switch (list) {
    case 'inbound':
    case 'outbound':
      return pairsOf([list], among(dealStatuses));
    case 'mine':
    case 'all':
      return pairsOf(directions, among(filters.status ? dealStatuses : statusesOf('open')));
    case 'expiring':
      return pairsOf(['inbound'], among(['received']));
    case 'closed':
      return pairsOf(directions, among(statusesOf('closed')));
    case 'action':
    case 'unsynced':
    case 'reviews':
      return pairsOf(directions, among(dealStatuses));
    default:
      return list satisfies never;
  }
}

function ownFields(list: DealList, { registration }: DealFilters): ListQuery['where'] {
  // Each of them has both in its index: what is to be done, and since when.
  if (list === 'unsynced') return { sync: ['conflict', 'refused', 'open'] };
  if (list !== 'reviews') return {};
  const waiting = ['pending', 'approved', 'reviewpending'];
  const chosen: readonly string[] = registration ? registrationsOf(registration) : waiting;
  return { registration: waiting.filter((one) => chosen.includes(one)) };
}

function narrowedFields(filters: DealFilters): NonNullable<ListQuery['where']> {
  const { country, type, registration, over, under, closingFrom, closingTo, stage } = filters;
  const currency = over?.currency ?? under?.currency;
  return {
    ...(country !== undefined && { country }),
    ...(type !== undefined && { type }),
    ...(registration !== undefined && { registration: registrationsOf(registration) }),
    ...((over || under) && { worth: worthBands(over?.amount ?? 0, under?.amount ?? Number.MAX_VALUE) }),
    ...(currency !== undefined && { currency }),
    ...((closingFrom !== undefined || closingTo !== undefined) && {
      closes: quartersWithin(closingFrom, closingTo),
    }),
    ...(stage !== undefined && { salesStage: stage }),
  };
}

function narrowedTerms({ customer, solution, partner, words }: DealFilters): ListQuery['terms'] & {} {
  return [
    ...queryTerms(customer ?? '').map(customerTerm),
    ...queryTerms(solution ?? '').map(solutionTerm),
    ...queryTerms(partner ?? '').map(partnerTerm),
    ...queryTerms(words ?? '').map(searchGroup),
  ];
}
