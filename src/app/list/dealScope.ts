import {
  atLocation,
  customerTerm,
  directionAndStatus,
  solutionTerm,
  teamTerm,
} from '#app/referral/dealIndex.ts';
import {
  type DealFilters,
  type DealList,
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
  return teamOf(
    member,
    directions.map((direction) => directionAndStatus(direction, 'accepted')),
  );
}

/** Every shelf there is. */
export const allShelves: readonly string[] = directions.flatMap((direction) =>
  dealStatuses.map((status) => directionAndStatus(direction, status)),
);

/** The shelves of open deals, of both directions. */
export const openPairs: readonly string[] = directions.flatMap((direction) =>
  statusesOf('open').map((status) => directionAndStatus(direction, status)),
);

/** What a list holds for a member, narrowed to the choice (CR-13, CR-15), and its order. Favorites are no such list. */
export function listScope(
  list: Exclude<DealList, 'favorites'>,
  member: Membership,
  choice: ListChoice,
): Scope & { orderBy: NonNullable<ListQuery['orderBy']> } {
  const { filters, sort, descending } = choice;
  const chosen = {
    field: sort,
    direction: descending ? ('descending' as const) : ('ascending' as const),
  };
  const narrow = (scope: Scope): Scope => narrowed(scope, filters);
  switch (list) {
    case 'inbound':
    case 'outbound': {
      const shelves = statusesOf(filters.status).map((status) => directionAndStatus(list, status));
      return { ...narrow(seenBy(member, shelves)), orderBy: chosen };
    }
    case 'mine':
      return { ...narrow(teamOf(member, openPairs)), orderBy: chosen };
    case 'expiring': {
      const orderBy = { field: 'expires', direction: 'ascending' } as const;
      return { ...narrow(seenBy(member, [directionAndStatus('inbound', 'received')])), orderBy };
    }
    case 'action': {
      const closed = directions.map((direction) => directionAndStatus(direction, 'won'));
      const accepted = directions.map((direction) => directionAndStatus(direction, 'accepted'));
      const shelves = [directionAndStatus('inbound', 'received'), ...accepted, ...closed];
      return {
        ...narrow(seenBy(member, shelves)),
        orderBy: { field: 'action', direction: 'ascending' },
      };
    }
    case 'unsynced': {
      // Each of them has both in its index: what is to be done, and since when.
      const { where, terms } = narrow(seenBy(member, allShelves));
      const sync = ['conflict', 'refused', 'open'];
      return {
        where: { ...where, sync },
        terms,
        orderBy: { field: 'unsynced', direction: 'ascending' },
      };
    }
    case 'closed': {
      const over = statusesOf('closed').filter((one) => statusesOf(filters.status).includes(one));
      const shelves = directions.flatMap((direction) =>
        over.map((status) => directionAndStatus(direction, status)),
      );
      return { ...narrow(seenBy(member, shelves)), orderBy: chosen };
    }
    case 'reviews': {
      // What waits for Microsoft has its moment in the order of what wants somebody to act.
      const { where, terms } = narrow(seenBy(member, allShelves));
      const registration = ['pending', 'approved', 'reviewpending'].filter((one) =>
        filters.registration ? registrationsOf(filters.registration).some((other) => other === one) : true,
      );
      return {
        where: { ...where, registration },
        terms,
        orderBy: { field: 'action', direction: 'ascending' },
      };
    }
    default:
      return list satisfies never;
  }
}

function narrowed(scope: Scope, { country, type, registration, customer, solution }: DealFilters): Scope {
  return {
    where: {
      ...scope.where,
      ...(country !== undefined && { country }),
      ...(type !== undefined && { type }),
      ...(registration !== undefined && { registration: registrationsOf(registration) }),
    },
    terms: [
      ...scope.terms,
      ...queryTerms(customer ?? '').map(customerTerm),
      ...queryTerms(solution ?? '').map(solutionTerm),
    ],
  };
}
