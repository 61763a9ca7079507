import type { CustomerFacts, CustomerRegister } from '#ports/customers.ts';
import { type Columns, type HeaderProblem, readHeader } from './customerColumns.ts';
import { type RowProblem, readCustomer } from './customerRow.ts';

/** One record of a file: its cells, or why it has none. */
export interface SourceRow {
  /** The line of the file on which it begins, from 1. */
  line: number;
  record: readonly string[] | { problem: 'quote-not-closed' | 'line-too-long' | 'malformed' };
}

export type LineProblem = RowProblem | { code: 'quote-not-closed' | 'line-too-long' | 'malformed' };

/** How far an import is; every row is in exactly one of the last four. */
export interface ImportCounts {
  /** Records below the header, empty ones left out. */
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  bad: number;
}

export interface ImportDeps {
  register: CustomerRegister;
  /** Called for each row that is not taken over, in the order of the file. */
  onBadLine: (line: number, problems: readonly LineProblem[]) => void;
  /** Called after each batch. */
  onProgress: (counts: ImportCounts) => void;
  /** Ends the import after the batch under way. */
  signal?: AbortSignal | undefined;
}

export type ImportOutcome =
  | { ok: true; counts: ImportCounts; ignored: readonly string[]; stopped: boolean }
  | { ok: false; problems: readonly (HeaderProblem | { code: 'empty' })[] };

/**
 * Fills the directory of customers from the records of a file, the header first (CR-18). Holds one batch in memory,
 * never stops for a bad row, and writes only what is new or changed: run again, it goes on where it was interrupted.
 * Throws UnavailableError when the directory can't be reached; what was counted until then is kept.
 */
export async function importCustomers(
  deps: ImportDeps,
  rows: AsyncIterable<SourceRow>,
  batchSize: number,
): Promise<ImportOutcome> {
  const counts: ImportCounts = { rows: 0, created: 0, changed: 0, unchanged: 0, bad: 0 };
  let header: { columns: Columns; ignored: readonly string[] } | undefined;
  let batch: CustomerFacts[] = [];
  const write = async () => {
    for (const outcome of await deps.register.register(batch)) counts[outcome]++;
    batch = [];
    deps.onProgress({ ...counts });
  };
  for await (const row of rows) {
    if (deps.signal?.aborted) break;
    if ('problem' in row.record) {
      if (!header) return { ok: false, problems: [{ code: 'no-header' }] };
      counts.rows++;
      counts.bad++;
      deps.onBadLine(row.line, [{ code: row.record.problem }]);
      continue;
    }
    if (row.record.every((cell) => cell.trim() === '')) continue;
    if (!header) {
      const read = readHeader(row.record);
      if (!read.ok) return read;
      header = read;
      continue;
    }
    counts.rows++;
    const read = readCustomer(header.columns, row.record);
    if (read.ok) batch.push(read.facts);
    else {
      counts.bad++;
      deps.onBadLine(row.line, read.problems);
    }
    if (batch.length >= batchSize) await write();
  }
  if (!header) return { ok: false, problems: [{ code: 'empty' }] };
  await write();
  return { ok: true, counts, ignored: header.ignored, stopped: deps.signal?.aborted ?? false };
}
