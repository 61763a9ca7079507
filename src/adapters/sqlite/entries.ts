import { type KnownOrdering, knownOrderings, orderingName, prefixOf } from './orderings.ts';
import type { Connection } from './statements.ts';

/** What decides a document's rows in the index tables. */
export interface EntryOwner {
  scope: number;
  keys: string;
  terms: string;
}

/** Brings a document's index rows from one state to another; only what differs is looked at and written. */
export function reindex(
  connection: Connection,
  id: string,
  before: EntryOwner | undefined,
  after: EntryOwner | undefined,
): void {
  if (before && after && isSame(before, after)) return;
  // Read anew each time: another process may have added an ordering since this one started.
  const orderings = knownOrderings(connection);
  const old = rowsOf(before, orderings);
  const fresh = rowsOf(after, orderings);
  for (const [key, [scope, field, value]] of old.entries) {
    if (fresh.entries.has(key)) continue;
    connection
      .sql('DELETE FROM entries WHERE scope = ? AND field = ? AND value = ? AND id = ?')
      .run(scope, field, value, id);
  }
  for (const [key, row] of fresh.entries) {
    if (!old.entries.has(key)) connection.sql('INSERT INTO entries VALUES (?, ?, ?, ?)').run(...row, id);
  }
  for (const [key, [scope, term]] of old.terms) {
    if (fresh.terms.has(key)) continue;
    connection.sql('DELETE FROM terms WHERE scope = ? AND term = ? AND id = ?').run(scope, term, id);
  }
  for (const [key, row] of fresh.terms) {
    if (!old.terms.has(key)) connection.sql('INSERT INTO terms VALUES (?, ?, ?)').run(...row, id);
  }
}

/** Most writes are a lease, a hold or an event that was dealt with. Who adds an ordering adds the rows of what stands there. */
function isSame(before: EntryOwner, after: EntryOwner): boolean {
  return before.scope === after.scope && before.keys === after.keys && before.terms === after.terms;
}

type EntryRow = [scope: number, field: string, value: string];
type TermRow = [scope: number, term: string];

/** Many orderings share what their terms begin with. */
function beginningWith(terms: readonly string[]): (prefix: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (prefix) => {
    const found = known.get(prefix) ?? terms.filter((term) => term.startsWith(prefix));
    known.set(prefix, found);
    return found;
  };
}

function rowsOf(owner: EntryOwner | undefined, orderings: readonly KnownOrdering[]) {
  const entries = new Map<string, EntryRow>();
  const terms = new Map<string, TermRow>();
  if (!owner) return { entries, terms };
  const { scope } = owner;
  const put = (field: string, value: string) =>
    entries.set(`${scope} ${field} ${value}`, [scope, field, value]);
  const keys = new Map<string, string>(Object.entries(JSON.parse(owner.keys)));
  put('', '');
  for (const [field, key] of keys) put(field, key);
  const list: string[] = JSON.parse(owner.terms);
  const beginning = beginningWith(list);
  for (const ordering of orderings) {
    const order = keys.get(ordering.orderBy);
    if (order === undefined) continue;
    const prefix = prefixOf(ordering);
    const own = keys.get(ordering.filter);
    const filters = prefix === undefined ? [own] : beginning(prefix);
    for (const filter of filters) {
      if (filter !== undefined) put(orderingName(ordering), `${filter} ${order}`);
    }
  }
  for (const term of list) terms.set(`${scope} ${term}`, [scope, term]);
  return { entries, terms };
}
