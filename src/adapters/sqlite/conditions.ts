import type { Connection } from './statements.ts';

/** A filter as rows of one of the two index tables: the documents that have one of the keys. */
export interface Condition {
  table: 'entries' | 'terms';
  /** Name of the index field; empty for terms. */
  field: string;
  keys: readonly string[];
}

/** What every document fulfils. */
export const every: Condition = { table: 'entries', field: '', keys: [''] };

/** SQL that fixes all columns of the index's primary key but the id. */
export function match({ table, keys }: Condition, alias: string): string {
  const marks = keys.length === 1 ? '= ?' : `IN (${keys.map(() => '?').join(', ')})`;
  return table === 'terms'
    ? `${alias}.scope = ? AND ${alias}.term ${marks}`
    : `${alias}.scope = ? AND ${alias}.field = ? AND ${alias}.value ${marks}`;
}

/** SQL that keeps the rows of `e` whose document fulfils all conditions. */
export function probes(conditions: readonly Condition[]): string {
  return conditions
    .map((one) => `AND EXISTS (SELECT 1 FROM ${one.table} AS p WHERE ${match(one, 'p')} AND p.id = e.id)`)
    .join(' ');
}

/** The values for the marks of `match` and `probes`. */
export function bound(scope: number, conditions: readonly Condition[]): (string | number)[] {
  return conditions.flatMap(({ table, field, keys }) =>
    table === 'terms' ? [scope, ...keys] : [scope, field, ...keys],
  );
}

/** How many documents fulfil a condition; counts no further than `most`. */
export function size(connection: Connection, scope: number, condition: Condition, most: number): number {
  const text = `SELECT count(*) AS n FROM (SELECT 1 FROM ${condition.table} AS e WHERE ${match(condition, 'e')} LIMIT ?)`;
  return Number(connection.sql(text).get(...bound(scope, [condition]), most)?.n);
}
