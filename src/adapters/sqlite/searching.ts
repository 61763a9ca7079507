import type { Position } from '#ports/documentKeys.ts';
import { bound, type Condition, every, match, probes, size } from './conditions.ts';
import { type KnownOrdering, knownOrderings, orderingName, prefixOf } from './orderings.ts';
import type { Connection } from './statements.ts';

/** A list within one scope; all names and values are keys. */
export interface Search {
  partition: string;
  scope: number;
  conditions: readonly Condition[];
  orderBy: string | undefined;
  descending: boolean;
  after: Position | undefined;
  limit: number;
  /** How many rows one search may walk over. */
  effort: number;
}

/** What one walk found. */
export interface Walk {
  positions: Position[];
  /** Where it gave up, having looked at as many rows as it may; what lies behind is not known. */
  stoppedAt?: Position;
}

/** So many documents are sorted rather than walked over. */
const few = 500;

/**
 * The first positions that fit, those of each value of a filter by themselves; the caller merges them.
 * Without an order: walks the narrowest condition in the order of ids. With one: sorts what the narrowest condition
 * leaves if that is little; otherwise walks the index of the ordering, or of the order field, and drops on the way
 * what the other conditions exclude. None of it grows with the number of documents, except where several conditions
 * are each broad and hardly ever true together: then `effort` bounds it.
 */
export function search(connection: Connection, wanted: Search): Walk[] {
  const { conditions, orderBy, scope } = wanted;
  if (conditions.some(({ keys }) => keys.length === 0)) return [];
  if (orderBy === undefined) {
    const driver = conditions.length > 1 ? narrowest(connection, scope, conditions).condition : conditions[0];
    return walkIds(connection, wanted, driver ?? every, without(conditions, driver));
  }
  const known = knownOrderings(connection).filter((ordering) => ordering.orderBy === orderBy);
  const ordered = conditions.find((condition) => orderingFor(known, condition));
  const ordering = ordered && orderingFor(known, ordered);
  if (conditions.length > (ordered ? 1 : 0)) {
    const { condition, count } = narrowest(connection, scope, conditions);
    if (condition && count <= few)
      return [sort(connection, wanted, orderBy, condition, without(conditions, condition))];
  }
  if (!ordered || !ordering) return [walkValues(connection, wanted, orderBy, '', conditions)];
  const share = Math.max(wanted.limit, Math.ceil(wanted.effort / ordered.keys.length));
  const others = without(conditions, ordered);
  return ordered.keys.map((key) =>
    walkValues(connection, { ...wanted, effort: share }, orderingName(ordering), `${key} `, others),
  );
}

/** The condition that the fewest documents fulfil; counts no further than `few`. */
export function narrowest(connection: Connection, scope: number, conditions: readonly Condition[]) {
  let least: { condition: Condition | undefined; count: number } = { condition: undefined, count: few + 2 };
  for (const condition of conditions) {
    // Counted no further than what is known to be narrower.
    const count = size(connection, scope, condition, Math.min(few + 1, least.count));
    if (count < least.count) least = { condition, count };
    if (count === 0) break;
  }
  return least;
}

/** The conditions but one. */
export function without(conditions: readonly Condition[], one: Condition | undefined): Condition[] {
  return conditions.filter((condition) => condition !== one);
}

function orderingFor(known: readonly KnownOrdering[], { table, field, keys }: Condition) {
  return known.find((ordering) => {
    const prefix = prefixOf(ordering);
    if (table === 'entries') return ordering.filter === field;
    return prefix !== undefined && keys.every((key) => key.startsWith(prefix));
  });
}

function walkIds(
  connection: Connection,
  wanted: Search,
  driver: Condition,
  others: readonly Condition[],
): Walk[] {
  return driver.keys.map((key) => {
    const one = { ...driver, keys: [key] };
    const text = `SELECT id FROM ${driver.table} AS e WHERE ${match(one, 'e')} AND e.id > ? ${probes(others)}
      ORDER BY e.id LIMIT ?`;
    const after = wanted.after?.id ?? '';
    const values = [...bound(wanted.scope, [one]), after, ...bound(wanted.scope, others), wanted.limit];
    const rows = connection.sql(text).all(...values);
    return { positions: rows.map((row) => ({ key: '', id: String(row.id) })) };
  });
}

function sort(
  connection: Connection,
  wanted: Search,
  orderBy: string,
  driver: Condition,
  others: readonly Condition[],
): Walk {
  const { order, beyond, start } = direction(wanted, '');
  const text = `SELECT DISTINCT key, id FROM (
      SELECT json_extract(d.keys, ?) AS key, e.id AS id
      FROM ${driver.table} AS e JOIN documents AS d ON d.partition = ? AND d.id = e.id
      WHERE ${match(driver, 'e')} ${probes(others)}
    ) WHERE key IS NOT NULL AND (key, id) ${beyond} (?, ?) ORDER BY key ${order}, id ${order} LIMIT ?`;
  const values = bound(wanted.scope, [driver, ...others]);
  const rows = connection
    .sql(text)
    .all(`$.${orderBy}`, wanted.partition, ...values, start.key, start.id, wanted.limit);
  return { positions: rows.map((row) => ({ key: String(row.key), id: String(row.id) })) };
}

/** Walks the rows of one name whose value begins with `prefix`; the rest of the value is the order's key. */
function walkValues(
  connection: Connection,
  wanted: Search,
  name: string,
  prefix: string,
  others: readonly Condition[],
): Walk {
  const { order, beyond, start, within, end } = direction(wanted, prefix);
  // One bound as a pair and one as a value: with two of a kind SQLite could pick the one that does not move with the page.
  const text = `SELECT e.value AS value, e.id AS id, (1 ${probes(others)}) AS fits FROM entries AS e
    WHERE e.scope = ? AND e.field = ? AND (e.value, e.id) ${beyond} (?, ?) AND e.value ${within} ?
    ORDER BY e.value ${order}, e.id ${order} LIMIT ?`;
  const values = [...bound(wanted.scope, others), wanted.scope, name, start.key, start.id, end];
  // A limit tells the planner that few rows are wanted; without others every row fits.
  const most = others.length === 0 ? wanted.limit : Math.min(wanted.effort, Number.MAX_SAFE_INTEGER);
  const positions: Position[] = [];
  let looked = 0;
  let last: Position | undefined;
  for (const row of connection.sql(text).iterate(...values, most)) {
    looked++;
    last = { key: String(row.value).slice(prefix.length), id: String(row.id) };
    if (row.fits) positions.push(last);
    if (positions.length === wanted.limit) return { positions };
  }
  return looked === most && last ? { positions, stoppedAt: last } : { positions };
}

/** Keys are printable ASCII: '' sorts before all of them and DEL behind. */
function direction({ descending, after }: Search, prefix: string) {
  const [first, last] = [prefix, `${prefix}\x7f`];
  const edge = { key: descending ? last : first, id: '' };
  const start = after ? { key: prefix + after.key, id: after.id } : edge;
  return descending
    ? { order: 'DESC', beyond: '<', start, within: '>', end: first }
    : { order: 'ASC', beyond: '>', start, within: '<', end: last };
}
