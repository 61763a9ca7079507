import { readRecords } from './records.ts';

/** One record of a file, or what is wrong with it; `line` counts from 1, the heading included. */
export type CsvCells =
  /** By their headings, as `headingOf` spells them. */
  { line: number; cells: Readonly<Record<string, string>> } | { line: number; problem: string };

const problems = {
  'quote-not-closed': 'a value begins with a quote that is never closed',
  'line-too-long': 'the line is longer than 64 KB',
  malformed: "the quotes don't match",
} as const;

/** A heading as it is compared: `IP co-sell` and `ip_cosell` are `ipcosell`. */
function headingOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Reads a CSV file with a heading, record by record: memory does not grow with it. Throws what opening it throws. */
export async function* readCells(path: string): AsyncGenerator<CsvCells> {
  let headings: string[] | undefined;
  for await (const { line, record } of readRecords(path)) {
    if ('problem' in record) yield { line, problem: problems[record.problem] };
    else if (record.every((cell) => cell.trim() === '')) continue;
    else if (headings === undefined) headings = record.map(headingOf);
    else if (record.length > headings.length) {
      yield {
        line,
        problem: `${record.length} values, but the heading has ${headings.length} columns: a value with a separator in it needs quotes`,
      };
    } else if (record.some((cell) => cell.includes('\ufffd'))) {
      yield { line, problem: "there are characters that can't be read: save the file as UTF-8" };
    } else yield { line, cells: cellsOf(headings, record) };
  }
}

function cellsOf(headings: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(headings.map((heading, at) => [heading, record[at] ?? '']));
}
