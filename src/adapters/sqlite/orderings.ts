import { encodeText } from '#ports/documentKeys.ts';
import type { Ordering } from '#ports/documents.ts';
import type { Connection } from './statements.ts';

/** An ordering as the file holds it: a field by its name, terms by `#` and what they begin with. */
export interface KnownOrdering {
  filter: string;
  orderBy: string;
}

const mark = '#';

/** The name of an ordering's rows in `entries`; a dot can't occur in the name of a field. */
export function orderingName({ filter, orderBy }: KnownOrdering): string {
  return `${filter}.${orderBy}`;
}

/** What the terms of an ordering begin with, as a key; undefined for one of a field. */
export function prefixOf({ filter }: KnownOrdering): string | undefined {
  return filter.startsWith(mark) ? filter.slice(mark.length) : undefined;
}

/** The orderings for which every document has its rows. */
export function knownOrderings(connection: Connection): KnownOrdering[] {
  const rows = connection.sql('SELECT filter, field FROM orderings').all();
  return rows.map((row) => ({ filter: String(row.filter), orderBy: String(row.field) }));
}

/**
 * Adds an ordering and its rows for the documents that are already there, inside the running transaction. They are
 * sorted first: written in their own order a million takes seconds, in any other many minutes.
 */
export function addOrdering(connection: Connection, ordering: Ordering): void {
  const { orderBy } = ordering;
  const filter = 'where' in ordering ? ordering.where : mark + encodeText(ordering.terms);
  const added = connection.sql('INSERT OR IGNORE INTO orderings VALUES (?, ?)').run(filter, orderBy);
  if (added.changes === 0) return;
  const known = { filter, orderBy };
  const [name, order, prefix] = [orderingName(known), `$.${orderBy}`, prefixOf(known)];
  if (prefix === undefined) {
    connection
      .sql(
        `INSERT INTO entries SELECT scope, :name, json_extract(keys, :where) || ' ' || json_extract(keys, :order), id
         FROM documents WHERE json_extract(keys, :where) IS NOT NULL AND json_extract(keys, :order) IS NOT NULL
         ORDER BY 1, 3, 4`,
      )
      .run({ name, where: `$.${filter}`, order });
    return;
  }
  connection
    .sql(
      `INSERT INTO entries SELECT d.scope, :name, t.value || ' ' || json_extract(d.keys, :order), d.id
       FROM documents AS d JOIN json_each(d.terms) AS t
       WHERE json_extract(d.keys, :order) IS NOT NULL AND substr(t.value, 1, length(:prefix)) = :prefix
       ORDER BY 1, 3, 4`,
    )
    .run({ name, order, prefix });
}
