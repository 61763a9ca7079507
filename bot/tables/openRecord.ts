import { type Line, LONGEST_LINE } from './textLines.ts';

/** A quoted value may hold line breaks, but not for ever: past this its quote was never closed. */
const MOST_LINES = 5_000;

type Rows = (readonly Line[] | { unclosed: Line })[];

/**
 * Puts lines together to records: a quoted value goes on over line breaks until its quote is closed. One that is never
 * closed, or only by what is plainly the quote of another value, costs its own line; those behind it are records again.
 * Each line is looked at once, and once more where a quote before it was not closed.
 */
export function openRecord(separator: string) {
  let lines: Line[] = [];
  let length = 0;
  let quoted = false;
  const add = (one: Line): Rows => {
    const rows: Rows = [];
    // The lines behind a quote that is not closed come back here, in their order.
    const waiting = [one];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const after = quotesIn(next.text, quoted, separator);
      lines.push(next);
      length += next.text.length;
      quoted = after.quoted;
      const goesOn = lines.length > 1;
      const broken = !after.clean || lines.length > MOST_LINES || length > LONGEST_LINE;
      if (goesOn && broken) waiting.push(...giveUp(rows));
      else if (!quoted || length >= LONGEST_LINE) rows.push(take());
    }
    return rows;
  };
  const take = (): Line[] => {
    const taken = lines;
    [lines, length, quoted] = [[], 0, false];
    return taken;
  };
  /** The first line is bad; the others, the last one first. */
  const giveUp = (rows: Rows): Line[] => {
    const [first, ...rest] = take();
    if (first) rows.push({ unclosed: first });
    return rest.reverse();
  };
  return {
    separator,
    /** The records that are whole with this line. */
    add,
    /** What is left at the end of the file. */
    end: (): Rows => {
      const rows: Rows = [];
      while (lines.length > 0) {
        for (const line of giveUp(rows).reverse()) rows.push(...add(line));
      }
      return rows;
    },
  };
}

/** Whether a quote is open behind a text, and whether every quote that was closed in it ended its value. */
function quotesIn(text: string, open: boolean, separator: string): { quoted: boolean; clean: boolean } {
  let [at, quoted, clean, begins] = [0, open, true, !open];
  for (;;) {
    if (quoted) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return { quoted, clean };
      quoted = text[quote + 1] === '"';
      at = quote + (quoted ? 2 : 1);
      if (quoted) continue;
      at = behindBlanks(text, at);
      clean &&= at === text.length || text[at] === separator;
    }
    // A quote opens a value only where the value begins.
    at = begins ? behindBlanks(text, at) : at;
    quoted = begins && text[at] === '"';
    begins = !quoted;
    if (quoted) {
      at++;
      continue;
    }
    const next = text.indexOf(separator, at);
    if (next < 0) return { quoted, clean };
    at = next + 1;
  }
}

function behindBlanks(text: string, at: number): number {
  let here = at;
  while (text[here] === ' ') here++;
  return here;
}
