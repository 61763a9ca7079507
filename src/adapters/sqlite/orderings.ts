import type { Ordering } from '../../ports/documents.ts';
import type { Connection } from './connection.ts';

/** The name of an ordering's rows in `entries`; a dot can't occur in the name of a field. */
export function orderingName(ordering: Ordering): string {
  return `${ordering.where}.${ordering.orderBy}`;
}

/** The orderings for which every document has its rows. */
export function knownOrderings(connection: Connection): Ordering[] {
  const rows = connection.sql('SELECT filter, field FROM orderings').all();
  return rows.map((row) => ({ where: String(row.filter), orderBy: String(row.field) }));
}

/** Adds an ordering and its rows for the documents that are already there, inside the running transaction. */
export function addOrdering(connection: Connection, ordering: Ordering): void {
  const { where, orderBy } = ordering;
  const added = connection.sql('INSERT OR IGNORE INTO orderings VALUES (?, ?)').run(where, orderBy);
  if (added.changes === 0) return;
  connection
    .sql(
      `INSERT INTO entries SELECT scope, :name, json_extract(keys, :where) || ' ' || json_extract(keys, :orderBy), id
       FROM documents WHERE json_extract(keys, :where) IS NOT NULL AND json_extract(keys, :orderBy) IS NOT NULL`,
    )
    .run({ name: orderingName(ordering), where: `$.${where}`, orderBy: `$.${orderBy}` });
}
