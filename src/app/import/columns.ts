import { wordsOf } from '#domain/values/searchTerms.ts';

/** The names that the column of a field has, the ones that count most first; those in one list are equals. */
export type Headings<F extends string> = Readonly<Record<F, readonly (readonly string[])[]>>;

/** Where a column stands, and which name it has. */
export interface Column<F extends string> {
  field: F;
  /** From 0. */
  at: number;
  /** Which list of names it is in: the less, the more it counts. */
  tier: number;
}

/** A name of a column as it is compared: `IP co-sell` is `ip_cosell`, `Länderkürzel` is `LAENDERKUERZEL`. */
export function headingOf(text: string): string {
  return wordsOf(text).join('');
}

/** Looks names of columns up in a table; the table is spelled as people spell it. */
export function headingReader<F extends string>(
  table: Headings<F>,
): (name: string) => { field: F; tier: number } | undefined {
  const known = new Map<string, { field: F; tier: number }>();
  for (const field of Object.keys(table) as F[]) {
    for (const [tier, names] of table[field].entries()) {
      for (const name of names) known.set(headingOf(name), { field, tier });
    }
  }
  return (name) => known.get(headingOf(name));
}

/** Whether a record has values beyond the last column: they have moved, and none of them can be trusted. */
export function isBeyond(cells: readonly string[], width: number): boolean {
  return cells.slice(width).some((cell) => cell.trim() !== '');
}
