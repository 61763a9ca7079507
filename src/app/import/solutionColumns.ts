import { headingReader } from './columns.ts';
import { type SolutionColumn, solutionHeadings } from './solutionHeadings.ts';

/** Where the columns of solutions stand in a record. */
export interface SolutionColumns {
  /** From 0. */
  at: ReadonlyMap<SolutionColumn, number>;
  /** How many columns the heading has. */
  width: number;
  /** How the table calls what was taken, and for which column. */
  understood: readonly { heading: string; field: SolutionColumn }[];
  ignored: readonly string[];
}

/** What a solution can't do without. */
const required = ['id', 'name'] as const;
const read = headingReader(solutionHeadings);

/** Finds the columns by the names in the first record, in any order: of several the one whose name says it best. */
export function readSolutionHeading(
  record: readonly string[],
): { ok: true; columns: SolutionColumns } | { ok: false; missing: readonly SolutionColumn[] } {
  const found = record.map((cell, at) => ({ at, one: read(cell) }));
  found.sort((left, right) => (left.one?.tier ?? 0) - (right.one?.tier ?? 0) || left.at - right.at);
  const columns = new Map<SolutionColumn, number>();
  for (const { at, one } of found) if (one && !columns.has(one.field)) columns.set(one.field, at);
  const missing = required.filter((column) => !columns.has(column));
  if (missing.length > 0) return { ok: false, missing };
  const fields = new Map([...columns].map(([field, at]) => [at, field]));
  const named = record.map((cell, at) => ({ heading: cell.trim(), field: fields.get(at) }));
  return {
    ok: true,
    columns: {
      at: columns,
      width: record.length,
      understood: named.flatMap(({ heading, field }) => (field ? [{ heading, field }] : [])),
      ignored: named.filter(({ heading, field }) => heading && !field).map(({ heading }) => heading),
    },
  };
}

/** What stands in each column of a record. */
export function solutionCells(
  { at }: SolutionColumns,
  record: readonly string[],
): Partial<Record<SolutionColumn, string>> {
  return Object.fromEntries([...at].map(([column, place]) => [column, record[place] ?? '']));
}
