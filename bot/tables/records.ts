import { parse } from 'csv-parse/sync';
import type { SourceRow } from '#app/import/sourceRow.ts';
import { openRecord } from './openRecord.ts';
import { encodingOf, type Line, LONGEST_LINE, type OpenBytes, textLines } from './textLines.ts';

const separators = [',', ';', '\t', '|'] as const;

/**
 * The records of a CSV file as it is read, each for itself: a bad one spoils no other. Separated by comma, semicolon,
 * tab or bar (what the header uses most, or what the file names itself), quoted or not, any line ends, UTF-8 or UTF-16.
 * Of a file that is no such text only that is said. Throws what opening it throws.
 */
export async function* readRecords(open: OpenBytes): AsyncGenerator<SourceRow> {
  const encoding = await encodingOf(open);
  if (!encoding.ok) {
    yield { line: encoding.line, record: { problem: encoding.problem } };
    return;
  }
  let named: string | undefined;
  let reading: ReturnType<typeof openRecord> | undefined;
  for await (const one of textLines(open, encoding.label)) {
    if (reading === undefined) {
      if (one.text.trim() === '') continue;
      // The first line by which some programs say what separates.
      const told = /^\s*"?sep=([^"])/i.exec(one.text)?.[1];
      if (named === undefined && (told !== undefined || /^\s*"?sep="?\s*$/i.test(one.text))) {
        named = told ?? '';
        continue;
      }
      reading = openRecord(separatorOf(one.text, named));
    }
    for (const row of reading.add(one)) yield rowOf(row, reading.separator);
  }
  for (const row of reading?.end() ?? []) yield rowOf(row, reading?.separator ?? ',');
}

function rowOf(lines: readonly Line[] | { unclosed: Line }, separator: string): SourceRow {
  if ('unclosed' in lines) return { line: lines.unclosed.line, record: { problem: 'quote-not-closed' } };
  const line = lines[0]?.line ?? 0;
  if (lines.some(({ text }) => text.length >= LONGEST_LINE)) {
    return { line, record: { problem: 'line-too-long' } };
  }
  try {
    const [cells = []]: string[][] = parse(lines.map(({ text }) => text).join('\n'), {
      delimiter: separator,
      relax_quotes: true,
      relax_column_count: true,
    });
    return { line, record: cells };
  } catch {
    return { line, record: { problem: 'malformed' } };
  }
}

/** What a file says separates counts where its header agrees. */
function separatorOf(header: string, named: string | undefined): string {
  if (named && header.includes(named)) return named;
  const count = (one: string) => header.split(one).length;
  return separators.reduce((most, one) => (count(one) > count(most) ? one : most));
}
