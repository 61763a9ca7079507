import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { SourceRow } from '#app/import/customers.import.ts';

/** A quoted value may hold line breaks, but not for ever: past this its quote was never closed. */
const MOST_LINES = 20;
const LONGEST_LINE = 64 * 1024;
const separators = [',', ';', '\t', '|'] as const;

/**
 * The records of a CSV file as it is read, each for itself: a bad one spoils no other. Separated by comma, semicolon,
 * tab or bar (what the header uses most), quoted or not, any line ends, UTF-8 or UTF-16. Throws what opening the file
 * throws.
 */
export async function* readRecords(path: string): AsyncGenerator<SourceRow> {
  let separator: string | undefined;
  let open: Line[] = [];
  for await (const one of linesOf(path)) {
    if (separator === undefined) {
      if (one.text.trim() === '') continue;
      // The first line by which some programs say what separates.
      const named = /^"?sep=(.)"?$/i.exec(one.text.trim())?.[1];
      separator = named ?? separatorOf(one.text);
      if (named !== undefined) continue;
    }
    open.push(one);
    const { rows, rest } = take(open, separator, false);
    yield* rows;
    open = rest;
  }
  yield* take(open, separator ?? ',', true).rows;
}

interface Line {
  /** From 1. */
  line: number;
  text: string;
}

/** The records that lines hold, and the lines of one that still goes on. */
function take(
  lines: readonly Line[],
  separator: string,
  ended: boolean,
): { rows: SourceRow[]; rest: Line[] } {
  const rows: SourceRow[] = [];
  let rest = [...lines];
  while (rest[0]) {
    const { line, text } = rest[0];
    const count = rest.findIndex((_, at) => isClosed(rest.slice(0, at + 1), separator)) + 1;
    if (text.length >= LONGEST_LINE) rows.push({ line, record: { problem: 'line-too-long' } });
    else if (count > 0) rows.push(record(rest.slice(0, count), separator));
    else if (ended || isTooLong(rest)) rows.push({ line, record: { problem: 'quote-not-closed' } });
    else break;
    // The lines behind a quote that was never closed are records of their own.
    rest = rest.slice(Math.max(1, text.length >= LONGEST_LINE ? 1 : count));
  }
  return { rows, rest };
}

function record(lines: readonly Line[], separator: string): SourceRow {
  const line = lines[0]?.line ?? 0;
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

function isTooLong(lines: readonly Line[]): boolean {
  return lines.length > MOST_LINES || lines.reduce((sum, { text }) => sum + text.length, 0) >= LONGEST_LINE;
}

/** Whether every quote that opens a value is closed. */
function isClosed(lines: readonly Line[], separator: string): boolean {
  const text = lines.map((line) => line.text).join('\n');
  if (!text.includes('"')) return true;
  const start = `(^|${separator === '|' ? '\\|' : separator})[ ]*"`;
  const without = text.replace(new RegExp(`${start}(?:[^"]|"")*"`, 'g'), '$1');
  return !new RegExp(start).test(without);
}

function separatorOf(header: string): string {
  const count = (one: string) => header.split(one).length;
  return separators.reduce((most, one) => (count(one) > count(most) ? one : most));
}

/** The lines of a file without their ends; of one that is too long only the beginning. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let line = 0;
  let rest = '';
  for await (const text of textOf(path)) {
    const parts = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = (parts.pop() ?? '').slice(0, LONGEST_LINE + 1);
    for (const part of parts) yield { line: ++line, text: part.slice(0, LONGEST_LINE) };
  }
  if (rest !== '') yield { line: ++line, text: rest.replace(/\r$/, '').slice(0, LONGEST_LINE) };
}

async function* textOf(path: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  const last = decoder?.decode();
  if (last) yield last;
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 without a mark: every second byte is zero.
  const zeros = (offset: number) =>
    start.subarray(0, 40).filter((byte, at) => at % 2 === offset && byte === 0).length;
  if (zeros(1) > 10) return 'utf-16le';
  return zeros(0) > 10 ? 'utf-16be' : 'utf-8';
}
