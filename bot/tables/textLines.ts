import { createReadStream } from 'node:fs';
import { setImmediate as othersFirst } from 'node:timers/promises';

/** A line that is longer holds no record that anybody can use; only its beginning is kept. */
export const LONGEST_LINE = 1024 * 1024;
/** Even of line ends alone it takes a few milliseconds to read so many bytes. */
const PIECE = 4 * 1024;

/** Opens what is read, from its beginning, as often as it is called. */
export type OpenBytes = () => AsyncIterable<Buffer>;

/** A line of a file without its end. */
export interface Line {
  /** From 1. */
  line: number;
  text: string;
}

/** In what a file is written, or why it is no text, with the line where that shows. */
export type Encoding =
  | { ok: true; label: string }
  | { ok: false; problem: 'encoding' | 'workbook'; line: number };

/**
 * Reads a file to its end, so that one that is in part unreadable is refused before anything is taken over. UTF-8, and
 * UTF-16 with a mark or with Latin letters. Throws what opening the file throws.
 */
export async function encodingOf(open: OpenBytes): Promise<Encoding> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let line = 1;
  for await (const chunk of open()) {
    if (decoder === undefined) {
      if (isWorkbook(chunk)) return { ok: false, problem: 'workbook', line };
      decoder = new TextDecoder(labelOf(chunk), { fatal: true });
    }
    try {
      line += lineEnds(decoder.decode(chunk, { stream: true }));
    } catch {
      return { ok: false, problem: 'encoding', line: line + linesBefore(chunk, decoder.encoding) };
    }
  }
  try {
    decoder?.decode();
  } catch {
    return { ok: false, problem: 'encoding', line };
  }
  return { ok: true, label: decoder?.encoding ?? 'utf-8' };
}

/** The lines of a file; of one that is too long only the beginning. */
export async function* textLines(open: OpenBytes, label: string): AsyncGenerator<Line> {
  let line = 0;
  let rest = '';
  for await (const text of textOf(open, label)) {
    const parts = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = (parts.pop() ?? '').slice(0, LONGEST_LINE + 1);
    for (const part of parts) yield { line: ++line, text: part.slice(0, LONGEST_LINE) };
  }
  if (rest !== '') yield { line: ++line, text: rest.replace(/\r$/, '').slice(0, LONGEST_LINE) };
}

async function* textOf(open: OpenBytes, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  for await (const chunk of open()) yield decoder.decode(chunk, { stream: true });
  const last = decoder.decode();
  if (last) yield last;
}

/** The bytes of a file. Reading them throws what opening the file throws. */
export function fileBytes(path: string): OpenBytes {
  return () => createReadStream(path, { highWaterMark: 256 * 1024 });
}

/** Bytes that are at hand, a few at a time: between two of these pieces others get their turn. */
export function heldBytes(bytes: Buffer): OpenBytes {
  return async function* pieces() {
    for (let at = 0; at < bytes.length; at += PIECE) {
      yield bytes.subarray(at, at + PIECE);
      await othersFirst();
    }
  };
}

function labelOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 without a mark: every second byte is zero.
  const zeros = (offset: number) =>
    start.subarray(0, 40).filter((byte, at) => at % 2 === offset && byte === 0).length;
  if (zeros(1) > 10) return 'utf-16le';
  return zeros(0) > 10 ? 'utf-16be' : 'utf-8';
}

/** What Excel saves by itself: a zip, or the older compound file. */
function isWorkbook(start: Buffer): boolean {
  return ['504b0304', 'd0cf11e0'].includes(start.subarray(0, 4).toString('hex'));
}

/** How many lines of a chunk are right before the one that is not. */
function linesBefore(chunk: Buffer, label: string): number {
  const text = new TextDecoder(label).decode(chunk);
  return lineEnds(text.slice(0, Math.max(0, text.indexOf('\ufffd'))));
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}
