import { type Headings, headingReader, isBeyond } from '#app/import/columns.ts';
import { isHopeless } from '#app/import/sourceRow.ts';
import { sourceWords } from './problemWords.ts';
import { readRecords } from './records.ts';

/** What a file of a known table yields; `line` counts from 1, the heading included. */
export type CsvCells<F extends string> =
  /** The heading, once, before everything else that can be read. */
  | { line: number; understood: readonly { heading: string; field: F }[]; ignored: readonly string[] }
  | { line: number; cells: Readonly<Partial<Record<F, string>>> }
  /** What is wrong with a record; `whole`: with the file, of which nothing can be read. */
  | { line: number; problem: string; whole: boolean };

/** Reads a CSV file with a heading, record by record: memory does not grow with it. Throws what opening it throws. */
export async function* readCells<F extends string>(
  path: string,
  table: Headings<F>,
): AsyncGenerator<CsvCells<F>> {
  let columns: Map<F, number> | undefined;
  let width = 0;
  for await (const { line, record } of readRecords(path)) {
    if ('problem' in record) {
      yield { line, problem: sourceWords(record.problem), whole: isHopeless(record.problem) };
    } else if (record.every((cell) => cell.trim() === '')) continue;
    else if (columns === undefined) {
      columns = columnsOf(record, table);
      width = record.length;
      yield { line, ...headingIn(record, columns) };
    } else if (isBeyond(record, width)) {
      const words = `${record.length} values, but the heading has ${width} columns: a value with a separator in it needs quotes`;
      yield { line, problem: words, whole: false };
    } else if (record.some((cell) => cell.includes('\ufffd'))) {
      yield {
        line,
        problem: "there are characters that can't be read: save the file as UTF-8",
        whole: false,
      };
    } else yield { line, cells: cellsOf(columns, record) };
  }
}

/** The column of each field: of several the one whose name says it best, of equals the first. */
function columnsOf<F extends string>(record: readonly string[], table: Headings<F>): Map<F, number> {
  const read = headingReader(table);
  const found = record.map((cell, at) => ({ at, one: read(cell) }));
  const best = found.sort(
    (left, right) => (left.one?.tier ?? 0) - (right.one?.tier ?? 0) || left.at - right.at,
  );
  const columns = new Map<F, number>();
  for (const { at, one } of best) if (one && !columns.has(one.field)) columns.set(one.field, at);
  return columns;
}

function headingIn<F extends string>(record: readonly string[], columns: ReadonlyMap<F, number>) {
  const fields = new Map([...columns].map(([field, at]) => [at, field]));
  const named = record.map((cell, at) => ({ heading: cell.trim(), field: fields.get(at) }));
  return {
    understood: named.flatMap(({ heading, field }) => (field === undefined ? [] : [{ heading, field }])),
    ignored: named.filter(({ heading, field }) => heading && !field).map(({ heading }) => heading),
  };
}

function cellsOf<F extends string>(
  columns: ReadonlyMap<F, number>,
  record: readonly string[],
): Partial<Record<F, string>> {
  const cells: Partial<Record<F, string>> = {};
  for (const [field, at] of columns) cells[field] = record[at] ?? '';
  return cells;
}
