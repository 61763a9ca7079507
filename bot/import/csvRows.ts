import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type CsvError, parse } from 'csv-parse';

/** One line of a file, or what is wrong with it; `line` counts from 1, the heading included. */
export type CsvRow =
  /** Cells by their headings, as `headingOf` spells them. */
  { line: number; cells: Readonly<Record<string, string>> } | { line: number; problem: string };

/** A heading as it is compared: `IP co-sell` and `ip_cosell` are `ipcosell`. */
function headingOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Reads a file of values separated by commas, semicolons or tabs, line by line: memory does not grow with it. UTF-8,
 * with or without a byte order mark. Throws when the file can't be read.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  const bad: CsvRow[] = [];
  const parser = parse({
    bom: true,
    columns: (headings: string[]) => headings.map(headingOf),
    delimiter: await delimiterOf(path),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    skip_records_with_empty_values: true,
    trim: true,
    on_skip: (error: CsvError | undefined) => {
      if (error) bad.push({ line: Number(error.lines ?? 0), problem: error.message });
      return undefined;
    },
  });
  const source = createReadStream(path);
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let countedTwice = 0;
  for await (const { info, record } of parser as AsyncIterable<Parsed>) {
    yield* bad.splice(0);
    // A cell may hold line breaks, of which the parser takes those of Windows for two; a person looks for the line on
    // which the record begins.
    const cells = Object.values(record).join('');
    countedTwice += cells.split('\r\n').length - 1;
    yield { line: info.lines - countedTwice - (cells.split('\n').length - 1), cells: record };
  }
  yield* bad;
}

interface Parsed {
  info: { lines: number };
  record: Readonly<Record<string, string>>;
}

/** Excel writes semicolons where the comma is the decimal sign. */
async function delimiterOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096), length: 4096 });
    const heading = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1)[0] ?? '';
    const count = (sign: string) => heading.split(sign).length;
    return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
  } finally {
    await file.close();
  }
}
