import { propertyOf } from '#adapters/partner-center/api/wireBody.ts';
import { readWireTime, wireInstant } from '#adapters/partner-center/wireInstant.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import type { ReferralQuery } from '#ports/partnerCenterApi.ts';

/** By which moment a list is in order, and which way. */
export interface ListOrder {
  by: 'createdDateTime' | 'updatedDateTime';
  newestFirst: boolean;
}

/** How a list is asked for. */
export interface ReferralList {
  kind: ReferralQuery['kind'];
  /** What tells it from other lists. */
  key: string;
  /** OData, as published; each further one is for a Partner Center that refuses those before it. */
  filters: readonly (string | undefined)[];
  order?: ListOrder | undefined;
  /** Whether a record belongs to it: a filter may have been ignored. */
  includes(wire: WireObject): boolean;
}

/** The query in OData, with the filters and orders that are published (section 4). */
export function referralListOf(query: ReferralQuery): ReferralList {
  const { kind } = query;
  switch (kind) {
    case 'changes':
      return list(kind, { by: 'updatedDateTime', newestFirst: true });
    case 'everything':
      return list(kind, { by: 'createdDateTime', newestFirst: false });
    case 'created':
      return list(kind, { by: 'createdDateTime', newestFirst: true });
    case 'pending':
      return {
        kind,
        key: kind,
        // Pending and Received both wait, and the direction alone doesn't tell who sent it (point 8).
        filters: [`status eq 'New'`, `direction eq 'Incoming' and substatus eq 'Pending'`],
        order: { by: 'createdDateTime', newestFirst: true },
        includes: (wire) => isText(propertyOf(wire, 'status'), 'new'),
      };
    case 'engagement': {
      const { engagementId } = query;
      return {
        kind,
        key: `${kind} ${engagementId.toLowerCase()}`,
        filters: [`engagementId eq ${literal(engagementId)}`, ...unquoted(engagementId)],
        includes: (wire) => isText(propertyOf(wire, 'engagementId'), engagementId),
      };
    }
  }
}

function list(kind: ReferralQuery['kind'], order: ListOrder): ReferralList {
  return { kind, key: kind, filters: [undefined], order, includes: () => true };
}

/** As links that were seen write it; only an id can't mean anything else there. */
function unquoted(engagementId: string): string[] {
  return /^[\da-f-]+$/i.test(engagementId) ? [`engagementId eq ${engagementId}`] : [];
}

/** A text in OData: in single quotes, a quote in it doubled. */
function literal(text: string): string {
  return `'${text.replaceAll(`'`, `''`)}'`;
}

function isText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === text.toLowerCase();
}

/** `$orderby` of a list. */
export function orderText({ by, newestFirst }: ListOrder): string {
  return newestFirst ? `${by} desc` : by;
}

/**
 * The filter that goes on from a moment, that one included, because several records may have the same. `moment` as
 * Partner Center wrote it.
 */
export function filterFrom(
  filter: string | undefined,
  order: ListOrder,
  moment: string,
  quoted: boolean,
): string {
  const from = `${order.by} ${order.newestFirst ? 'le' : 'ge'} ${quoted ? literal(moment) : moment}`;
  return filter === undefined ? from : `${filter} and ${from}`;
}

/** The moment of a record by which a list is in order, padded so that it compares; undefined where it has none. */
function momentOf(wire: WireObject, { by }: ListOrder): string | undefined {
  const text = propertyOf(wire, by);
  return typeof text === 'string' ? wireInstant(text) : undefined;
}

/**
 * The moment up to which a page reaches, in Partner Center's own spelling; undefined where the page is not in order, or
 * its last record has no moment that could be asked for.
 */
export function edgeOf(rows: readonly WireObject[], order: ListOrder | undefined): string | undefined {
  const last = rows.at(-1);
  if (!order || !last) return undefined;
  const moments = rows.map((row) => momentOf(row, order));
  const ordered = moments.every((moment, at) => {
    const before = moments[at - 1];
    if (moment === undefined) return false;
    return at === 0 || before === undefined || (order.newestFirst ? before >= moment : before <= moment);
  });
  const text = propertyOf(last, order.by);
  if (!ordered || typeof text !== 'string') return undefined;
  const written = text.trim();
  // What stands without an offset is UTC; in a filter it has to be said.
  return readWireTime(written)?.offset === undefined ? `${written}Z` : written;
}

/** Whether a page holds records beyond the moment that it was asked to begin with: then its filter was ignored. */
export function oversteps(rows: readonly WireObject[], order: ListOrder, moment: string): boolean {
  const edge = wireInstant(moment);
  if (edge === undefined) return false;
  return rows.some((row) => {
    const own = momentOf(row, order);
    return own !== undefined && (order.newestFirst ? own > edge : own < edge);
  });
}
