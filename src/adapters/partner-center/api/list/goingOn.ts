import { wireInstant } from '#adapters/partner-center/wireInstant.ts';
import { type Cursor, type Way, ways } from './cursor.ts';
import type { ListPage } from './listPage.ts';
import { edgeOf, filterFrom, orderText, type ReferralList } from './referralList.ts';

/** What has that many rows may be a full page, whatever was asked for. */
const MAY_BE_FULL = 20;
/** So many rows are read again where a list is gone on with by number: those before may have moved. */
const OVERLAP = 10;
const MOST_ROWS_AT_ONCE = 2_000;
const MOST_PAGES = 20_000;

/** What is known of this Partner Center: ways that it refuses or ignores. */
export type InVain = ReadonlySet<string>;

/** Under which name a way to go on from a moment is remembered to be in vain. */
export function vainName(way: 'key' | 'quoted', { order }: ReferralList): string {
  return `${way} ${order?.by}`;
}

/** Whether a way goes on from a moment. */
export function isKeyed(way: Way): way is 'key' | 'quoted' {
  return way === 'key' || way === 'quoted';
}

/** The options of the address of a page, as they are written there. */
export function optionsText(query: ReferralList, cursor: Cursor, pageSize: number): string {
  const { way, option, edge = '', offset } = cursor;
  const given = option ? [`${option.name}=${option.value}`] : [];
  if (way === 'bare') return given.join('&');
  const filter = query.filters[cursor.filter];
  const order = isKeyed(way) ? query.order : undefined;
  const narrowed = order ? filterFrom(filter, order, edge, way === 'quoted') : filter;
  return [
    ...(narrowed === undefined ? [] : [`$filter=${encodeURIComponent(narrowed)}`]),
    ...(query.order ? [`$orderby=${encodeURIComponent(orderText(query.order))}`] : []),
    `$top=${way === 'top' ? offset + pageSize : pageSize}`,
    ...(way === 'skip' ? [`$skip=${skipOf(offset, pageSize)}`] : []),
    ...(way === 'link' ? given : []),
  ].join('&');
}

function skipOf(offset: number, pageSize: number): number {
  return offset - Math.min(OVERLAP, Math.floor(pageSize / 2), offset);
}

/** The cursor of the way that is tried after that of `cursor`; undefined after the last one. */
export function nextWay(
  query: ReferralList,
  cursor: Cursor,
  pageSize: number,
  vain: InVain,
): Cursor | undefined {
  const later = ways.slice(ways.indexOf(cursor.way) + 1);
  const way = later.find((one) => isUsable(one, query, cursor, pageSize, vain));
  return way && { ...cursor, way };
}

function isUsable(way: Way, query: ReferralList, cursor: Cursor, pageSize: number, vain: InVain): boolean {
  const { option, edge, stuck, offset } = cursor;
  switch (way) {
    case 'link':
      return option !== undefined;
    case 'bare':
      return option?.name === '$skiptoken';
    case 'key':
      return edge !== undefined && !stuck && !vain.has(vainName('key', query));
    case 'quoted':
      // Only where the plain one is known to be in vain: else it is no better.
      return (
        edge !== undefined && !stuck && vain.has(vainName('key', query)) && !vain.has(vainName(way, query))
      );
    case 'skip':
      return offset > 0;
    case 'top':
      return offset + pageSize <= MOST_ROWS_AT_ONCE;
  }
}

/** Whether it has rows that the page before didn't. */
export function bringsNews(page: ListPage, { way, offset, seen }: Cursor): boolean {
  return way === 'top' ? page.rows.length > offset : freshIn(page, seen) > 0;
}

function freshIn({ hashes }: ListPage, seen: readonly string[]): number {
  const known = new Set(seen);
  return hashes.filter((hash) => !known.has(hash)).length;
}

/** Whether a page may have been cut off. */
export function mayBeFull({ rows }: ListPage, { way, offset, most }: Cursor, pageSize: number): boolean {
  const asked = way === 'top' ? offset + pageSize : pageSize;
  return rows.length >= Math.min(asked, MAY_BE_FULL, most ?? asked);
}

/** How the list goes on after a page, which was asked for with `cursor`; undefined where it was the last one. */
export function afterPage(
  query: ReferralList,
  cursor: Cursor,
  page: ListPage,
  pageSize: number,
  vain: InVain,
): Cursor | undefined {
  const { way } = cursor;
  const offset = way === 'top' ? page.rows.length : cursor.offset + freshIn(page, cursor.seen);
  const edge = edgeOf(page.rows, query.order);
  const linked = way === 'link' || way === 'bare';
  const option = linked && page.option?.value !== cursor.option?.value ? page.option : undefined;
  const next: Cursor = {
    version: 1,
    query: cursor.query,
    filter: cursor.filter,
    way,
    ...(option && { option }),
    ...(edge !== undefined && { edge }),
    // From the moment that it began with the page would only begin again.
    ...(isSameMoment(edge, cursor.edge) && { stuck: true }),
    offset,
    pages: cursor.pages + 1,
    ...(page.rows.length > 0 && { most: Math.max(page.rows.length, cursor.most ?? 0) }),
    seen: [...page.hashes],
  };
  if (next.pages > MOST_PAGES) return undefined;
  if (option) return { ...next, way: 'link' };
  const counted = linked && page.count !== undefined && page.count > offset;
  if (!counted && !mayBeFull(page, cursor, pageSize)) return undefined;
  return nextWay(query, { ...next, way: 'bare' }, pageSize, vain);
}

function isSameMoment(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && wireInstant(one) === wireInstant(other);
}

/** The rows of a page that are handed on; of one that begins at the beginning those that were not. */
export function newRows({ rows }: ListPage, { way, offset }: Cursor): ListPage['rows'] {
  return way === 'top' ? rows.slice(Math.max(0, offset - OVERLAP)) : rows;
}
