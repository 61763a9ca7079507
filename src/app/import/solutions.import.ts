import type { Solution } from '#domain/referral/referral.ts';
import type { SolutionImport } from '#ports/solutions.ts';
import { isBeyond } from './columns.ts';
import { readSolutionHeading, type SolutionColumns, solutionCells } from './solutionColumns.ts';
import type { SolutionColumn } from './solutionHeadings.ts';
import { readSolutionRow, type SolutionRowProblem } from './solutionRow.ts';
import { isHopeless, type SourceProblem, type SourceRow } from './sourceRow.ts';

/** What is wrong with a row, for itself or beside the others. */
export type SolutionLineProblem =
  | SolutionRowProblem
  | { code: 'twice'; field: 'id'; id: string; line: number }
  | { code: 'too-many-cells'; cells: number; columns: number }
  | { code: 'undecodable' }
  | { code: SourceProblem; heading?: string | undefined };

/** Why nothing of a table can be taken over. */
export type SolutionTableProblem =
  | { code: 'encoding' | 'workbook'; line: number }
  | { code: 'columns-missing'; missing: readonly SolutionColumn[] };

/** How many rows there are below the heading, and what became of each. */
export interface SolutionRowCounts {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  bad: number;
}

export interface SolutionImportDeps {
  target: SolutionImport;
  /** Called once the columns are known. */
  onHeading?: (columns: SolutionColumns) => void;
  /** Called for each row that is not taken over, in the order of the table. */
  onBadLine: (line: number, problems: readonly SolutionLineProblem[]) => void;
  /** Called for each row that is taken over. */
  onTaken?: () => void;
}

export type SolutionOutcome =
  | { ok: true; counts: SolutionRowCounts; ignored: readonly string[] }
  | { ok: false; problem: SolutionTableProblem };

/**
 * Fills a catalog from the records of a table, the heading first (CR-23). A bad row stops nothing; of two with the same
 * id the first one counts. Carried out again it changes nothing. Throws UnavailableError when the catalog can't be
 * reached; what was taken over until then is kept.
 */
export async function importSolutions(
  deps: SolutionImportDeps,
  rows: AsyncIterable<SourceRow>,
  into: 'organization' | 'microsoft',
  batchSize: number,
): Promise<SolutionOutcome> {
  const counts: SolutionRowCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, bad: 0 };
  const lines = new Map<string, number>();
  let columns: SolutionColumns | undefined;
  let batch: Solution[] = [];
  const put = async () => {
    const done = await deps.target.put(batch);
    for (const what of ['added', 'changed', 'unchanged'] as const) counts[what] += done[what];
    batch = [];
  };
  for await (const { line, record } of rows) {
    let read: Reading;
    if ('problem' in record) {
      const { problem, heading } = record;
      if (isHopeless(problem)) return { ok: false, problem: { code: problem, line } };
      read = { ok: false, problems: [{ code: problem, heading }] };
    } else {
      if (record.every((cell) => cell.trim() === '')) continue;
      if (!columns) {
        const heading = readSolutionHeading(record);
        if (!heading.ok) return { ok: false, problem: { code: 'columns-missing', missing: heading.missing } };
        columns = heading.columns;
        deps.onHeading?.(columns);
        continue;
      }
      read = readRow(record, columns, into);
    }
    counts.rows++;
    const problems = read.ok ? repeated(lines, read.solution, line) : read.problems;
    if (!read.ok || problems.length > 0) {
      counts.bad++;
      deps.onBadLine(line, problems);
      continue;
    }
    batch.push(read.solution);
    if (batch.length >= batchSize) await put();
    deps.onTaken?.();
  }
  await put();
  return { ok: true, counts, ignored: columns?.ignored ?? [] };
}

type Reading = { ok: true; solution: Solution } | { ok: false; problems: readonly SolutionLineProblem[] };

function readRow(
  record: readonly string[],
  columns: SolutionColumns,
  into: 'organization' | 'microsoft',
): Reading {
  if (isBeyond(record, columns.width)) {
    return {
      ok: false,
      problems: [{ code: 'too-many-cells', cells: record.length, columns: columns.width }],
    };
  }
  if (record.some((cell) => cell.includes('\ufffd')))
    return { ok: false, problems: [{ code: 'undecodable' }] };
  return readSolutionRow(solutionCells(columns, record), into);
}

/** Notes the line of an id; a problem where it stands in an earlier one. */
function repeated(lines: Map<string, number>, { id }: Solution, line: number): SolutionLineProblem[] {
  const key = id.toLowerCase();
  const earlier = lines.get(key);
  if (earlier !== undefined) return [{ code: 'twice', field: 'id', id, line: earlier }];
  lines.set(key, line);
  return [];
}
