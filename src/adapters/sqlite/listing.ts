import { decodeCursor, encodeCursor, encodeText, indexKey, type Position } from '../../ports/documentKeys.ts';
import type { IndexValue, ListQuery, Page } from '../../ports/documents.ts';
import type { Condition } from './conditions.ts';
import type { Connection } from './connection.ts';
import { type Row, toDocument } from './rows.ts';
import { type Search, search } from './searching.ts';

/** One page of a partition; see `search` for what it costs. */
export function list<B>(connection: Connection, query: ListQuery): Page<B> {
  return connection.snapshot(() => {
    const partition = encodeText(query.partition);
    const found = positions(connection, partition, query);
    const shown = found.slice(0, query.limit);
    const row = connection.sql('SELECT * FROM documents WHERE partition = ? AND id = ?');
    const documents = shown.map(({ id }) => toDocument<B>(row.get(partition, id) as unknown as Row));
    const last = shown.at(-1);
    return found.length > query.limit && last ? { documents, cursor: encodeCursor(last) } : { documents };
  });
}

function positions(connection: Connection, partition: string, query: ListQuery): Position[] {
  const descending = query.orderBy?.direction === 'descending';
  const wanted: Omit<Search, 'scope'> = {
    partition,
    conditions: conditions(query),
    orderBy: query.orderBy?.field,
    descending,
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor),
    limit: query.limit + 1,
  };
  return scopes(connection, partition, query.kind)
    .flatMap((scope) => search(connection, { ...wanted, scope }))
    .sort((a, b) => (descending ? compare(b, a) : compare(a, b)))
    .slice(0, query.limit + 1);
}

function conditions(query: ListQuery): Condition[] {
  const filters = Object.entries(query.where ?? {});
  return [
    ...filters.map(([field, value]): Condition => ({ table: 'entries', field, keys: keysOf(value) })),
    ...[...new Set(query.terms)].map((term): Condition => {
      return { table: 'terms', field: '', keys: [encodeText(term)] };
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
