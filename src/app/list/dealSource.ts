import { dealIndex } from '#app/referral/dealIndex.ts';
import { referralDocumentId } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { cursorAt, decodeCursor, type Position } from '#ports/documentKeys.ts';
import type { DocumentStore, ListQuery } from '#ports/documents.ts';

/** A deal and where it stands in a list. */
export interface PlacedDeal {
  referral: Referral;
  cursor: string;
}

/** A stretch of a list. */
export interface Stretch {
  deals: PlacedDeal[];
  /** From where the list goes on; absent at its end. */
  cursor?: string | undefined;
}

/** A list of deals in its order, readable from any position in both directions. */
export interface DealSource {
  /** At most `limit` deals behind a position, or from the list's beginning; backwards those before it, nearest first. */
  read(limit: number, cursor: string | undefined, backwards: boolean): Promise<Stretch>;
  /** The position of a deal, whether it belongs to the list or not; undefined where it has none. */
  positionOf(referral: Referral): string | undefined;
}

/** Looked at and dropped at most, in one step and between two of which others get their turn. */
const EFFORT = 2_000;
const STEPS = 5;
/** Read at once where some of them are dropped after having been read. */
const SIEVED = 50;

/** What a list leaves out beyond its query. */
export interface Sieve {
  /** Drops what the index could not tell apart. */
  keeps?: (referral: Referral) => boolean;
  /** The list ends before the first deal for which this is true; ascending orders only. */
  ends?: (referral: Referral) => boolean;
}

/**
 * The deals that a query finds. A page that is hard to fill is looked for in a few bounded steps and may stay short;
 * its cursor then says from where to look further.
 */
export function storedDeals(
  store: DocumentStore,
  query: Omit<ListQuery, 'limit' | 'cursor' | 'effort' | 'kind'> & Required<Pick<ListQuery, 'orderBy'>>,
  { keeps, ends = () => false }: Sieve = {},
): DealSource {
  const { field } = query.orderBy;
  const reversed = query.orderBy.direction === 'ascending' ? 'descending' : 'ascending';
  return {
    async read(limit, from, backwards) {
      const orderBy = backwards ? { field, direction: reversed } : query.orderBy;
      const deals: PlacedDeal[] = [];
      let cursor = from;
      for (let step = 0; step < STEPS; step++) {
        const missing = limit - deals.length;
        const page = await store.list<'referral'>({
          ...query,
          kind: 'referral',
          orderBy,
          limit: keeps && step > 0 ? SIEVED : missing,
          effort: EFFORT,
          ...(cursor !== undefined && { cursor }),
        } as ListQuery & { kind: 'referral' });
        for (const { id, index, body } of page.documents) {
          if (!backwards && ends(body.referral)) return { deals };
          const value = index?.[field];
          if (value === undefined || ends(body.referral) || keeps?.(body.referral) === false) continue;
          // There is more of them than is wanted.
          if (deals.length === limit) return { deals, cursor: deals.at(-1)?.cursor };
          deals.push({ referral: body.referral, cursor: cursorAt(value, id) });
        }
        cursor = page.cursor;
        if (cursor === undefined || deals.length >= limit) break;
      }
      return { deals, cursor };
    },
    positionOf: (referral) => positionIn(field, referral),
  };
}

/** Deals that are at hand already, ordered by an index field as the store would; for a few hundred at most. */
export function heldDeals(
  deals: readonly Referral[],
  { field, direction }: NonNullable<ListQuery['orderBy']>,
): DealSource {
  const forward = direction === 'ascending' ? 1 : -1;
  const placed = deals
    .flatMap((referral) => {
      const cursor = positionIn(field, referral);
      return cursor === undefined ? [] : [{ referral, cursor }];
    })
    .sort((one, other) => forward * comparePositions(one.cursor, other.cursor));
  return {
    async read(limit, from, backwards) {
      const ordered = backwards ? placed.toReversed() : placed;
      const sense = backwards ? -forward : forward;
      const beyond = ordered.filter(
        ({ cursor }) => from === undefined || sense * comparePositions(cursor, from) > 0,
      );
      const found = beyond.slice(0, limit);
      return { deals: found, cursor: beyond.length > limit ? found.at(-1)?.cursor : undefined };
    },
    positionOf: (referral) => positionIn(field, referral),
  };
}

function positionIn(field: string, referral: Referral): string | undefined {
  const value = dealIndex(referral)[field];
  return value === undefined ? undefined : cursorAt(value, referralDocumentId(referral.id));
}

function comparePositions(one: string, other: string): number {
  const [a, b]: [Position, Position] = [decodeCursor(one), decodeCursor(other)];
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
