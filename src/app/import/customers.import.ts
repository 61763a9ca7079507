import type { CustomerFacts, CustomerRegister } from '#ports/customers.ts';
import { type Columns, type HeaderProblem, readHeader } from './customerColumns.ts';
import { type RowProblem, readCustomer } from './customerRow.ts';
import { isHopeless, type SourceProblem, type SourceRow } from './sourceRow.ts';

export type LineProblem = RowProblem | { code: SourceProblem; heading?: string | undefined };

/** How far an import is; every row is in exactly one of the middle four. */
export interface CustomerCounts {
  /** Records below the header, empty ones left out. */
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  bad: number;
  /** Rows of the others of which a value was left out. */
  partly: number;
}

export interface ImportDeps {
  register: CustomerRegister;
  /** Called for each row that is not taken over, in the order of the file. */
  onBadLine: (line: number, problems: readonly LineProblem[]) => void;
  /** Called for each row of which a value is not taken over, in the order of the file. */
  onLeftOut: (line: number, problems: readonly LineProblem[]) => void;
  /** Called for each row that is taken over, before it is written. */
  onTaken?: (line: number, facts: CustomerFacts) => void;
  /** Called after each batch. */
  onProgress: (counts: CustomerCounts) => void;
  /** Ends the import after the batch under way. */
  signal?: AbortSignal | undefined;
}

export type ImportOutcome =
  | {
      ok: true;
      counts: CustomerCounts;
      /** How the file calls what was taken, and for which field. */
      understood: Columns['understood'];
      ignored: readonly string[];
      stopped: boolean;
    }
  | { ok: false; problems: readonly FileProblem[] };

/** Why nothing of a file can be taken over. */
export type FileProblem = HeaderProblem | { code: 'empty' } | { code: 'encoding' | 'workbook'; line: number };

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
  const counts: CustomerCounts = { rows: 0, created: 0, changed: 0, unchanged: 0, bad: 0, partly: 0 };
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
      const { problem, heading } = row.record;
      if (isHopeless(problem)) return { ok: false, problems: [{ code: problem, line: row.line }] };
      if (!header) return { ok: false, problems: [{ code: 'no-header' }] };
      counts.rows++;
      counts.bad++;
      deps.onBadLine(row.line, [{ code: problem, ...(heading !== undefined && { heading }) }]);
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
    if (read.ok) {
      batch.push(read.facts);
      deps.onTaken?.(row.line, read.facts);
      if (read.leftOut.length > 0) {
        counts.partly++;
        deps.onLeftOut(row.line, read.leftOut);
      }
    } else {
      counts.bad++;
      deps.onBadLine(row.line, read.problems);
    }
    if (batch.length >= batchSize) await write();
  }
  if (!header) return { ok: false, problems: [{ code: 'empty' }] };
  await write();
  const { columns, ignored } = header;
  const stopped = deps.signal?.aborted ?? false;
  return { ok: true, counts, understood: columns.understood, ignored, stopped };
}
