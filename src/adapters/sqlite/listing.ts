import { decodeCursor, encodeCursor, encodeText, indexKey, type Position } from '#ports/documentKeys.ts';
import type { Count, IndexValue, ListQuery, Page } from '#ports/documents.ts';
import { bound, type Condition, every, match, probes, size } from './conditions.ts';
import { type Row, wholeDocument } from './rows.ts';
import { narrowest, type Search, search, without } from './searching.ts';
import type { Connection } from './statements.ts';

/** One page of a partition; see `search` for what it costs. */
export function list<B>(connection: Connection, query: ListQuery): Page<B> {
  return connection.snapshot(() => {
    const partition = encodeText(query.partition);
    const { positions: found, stoppedAt } = positions(connection, partition, query);
    const shown = found.slice(0, query.limit);
    const row = connection.sql('SELECT * FROM documents WHERE partition = ? AND id = ?');
    const documents = shown.flatMap(
      ({ id }) => wholeDocument<B>(row.get(partition, id) as unknown as Row) ?? [],
    );
    const last = found.length > query.limit ? shown.at(-1) : stoppedAt;
    return last ? { documents, cursor: encodeCursor(last) } : { documents };
  });
}

/** How many documents there are, counted no further than the query's limit. */
export function count(connection: Connection, query: Omit<ListQuery, 'orderBy' | 'cursor'>): Count {
  return connection.snapshot(() => {
    const { limit, effort = Number.MAX_SAFE_INTEGER } = query;
    let left = limit + 1;
    let gaveUp = false;
    for (const scope of scopes(connection, encodeText(query.partition), query.kind)) {
      const counted = countIn(connection, scope, conditions(query), left, effort);
      left -= counted.count;
      gaveUp ||= counted.more;
    }
    return { count: Math.min(limit, limit + 1 - left), more: left === 0 || gaveUp };
  });
}

function countIn(
  connection: Connection,
  scope: number,
  wanted: readonly Condition[],
  most: number,
  effort: number,
): Count {
  if (most === 0 || wanted.some(({ keys }) => keys.length === 0)) return { count: 0, more: false };
  const [first = every] = wanted;
  const repeats = first.table === 'terms' && first.keys.length > 1;
  if (wanted.length < 2 && !repeats) return { count: size(connection, scope, first, most), more: false };
  const driver = narrowest(connection, scope, wanted).condition ?? first;
  const others = without(wanted, driver);
  const text = `SELECT e.id AS id, (1 ${probes(others)}) AS fits FROM ${driver.table} AS e
    WHERE ${match(driver, 'e')} LIMIT ?`;
  // A document with several terms of a group has a row for each.
  const ids = new Set<string>();
  let looked = 0;
  for (const row of connection
    .sql(text)
    .iterate(...bound(scope, others), ...bound(scope, [driver]), effort)) {
    looked++;
    if (row.fits) ids.add(String(row.id));
    if (ids.size === most) return { count: most, more: false };
  }
  return { count: ids.size, more: looked === effort };
}

/** The positions of a page and one more, as far as all walks have seen everything. */
function positions(connection: Connection, partition: string, query: ListQuery) {
  const descending = query.orderBy?.direction === 'descending';
  const wanted: Omit<Search, 'scope'> = {
    partition,
    conditions: conditions(query),
    orderBy: query.orderBy?.field,
    descending,
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor),
    limit: query.limit + 1,
    effort: query.effort === undefined ? Number.MAX_SAFE_INTEGER : query.effort + query.limit,
  };
  const order = (a: Position, b: Position) => (descending ? compare(b, a) : compare(a, b));
  const walks = scopes(connection, partition, query.kind).flatMap((scope) =>
    search(connection, { ...wanted, scope }),
  );
  const [stoppedAt] = walks.flatMap((walk) => walk.stoppedAt ?? []).sort(order);
  const found = walks
    .flatMap((walk) => walk.positions)
    .filter((position) => !stoppedAt || order(position, stoppedAt) <= 0)
    .sort(order)
    // A document that carries two terms of a group was met twice.
    .filter((position, at, all) => at === 0 || compare(position, all[at - 1] ?? position) !== 0);
  return { positions: found.slice(0, query.limit + 1), stoppedAt };
}

function conditions(query: Pick<ListQuery, 'where' | 'terms'>): Condition[] {
  const filters = Object.entries(query.where ?? {});
  return [
    ...filters.map(([field, value]): Condition => ({ table: 'entries', field, keys: keysOf(value) })),
    ...[...new Set(query.terms)].map((term): Condition => {
      const group = typeof term === 'string' ? [term] : [...new Set(term)];
      return { table: 'terms', field: '', keys: group.map(encodeText) };
    }),
  ];
}

function scopes(connection: Connection, partition: string, kind: string | undefined): number[] {
  const rows =
    kind === undefined
      ? connection.sql('SELECT scope FROM scopes WHERE partition = ?').all(partition)
      : connection
          .sql('SELECT scope FROM scopes WHERE partition = ? AND kind = ?')
          .all(partition, encodeText(kind));
  return rows.map((row) => Number(row.scope));
}

function keysOf(value: IndexValue | readonly IndexValue[]): string[] {
  const values = typeof value === 'object' ? value : [value];
  return [...new Set(values.map(indexKey))];
}

function compare(a: Position, b: Position): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
