import type { FieldProblem } from '#cards/problemTexts.ts';

export type LinePieceKind =
  | 'customer'
  | 'value'
  | 'closeDate'
  | 'location'
  | 'solution'
  | 'assistance'
  | 'email'
  | 'name'
  | 'duns'
  | 'filler'
  | 'unread';

/** `second`: there is one already, and which of them is meant is not for us to say. */
export type PieceProblem = FieldProblem | { code: 'second' };

/** A part of the line: what it was taken for, and the words it was taken from. */
export interface LinePiece {
  kind: LinePieceKind;
  text: string;
  /** Place in the normalised line. */
  start: number;
  end: number;
  /** Why it could not be used although it looks like one. */
  problem?: PieceProblem;
}

/** A line from which piece after piece is taken; what is taken can't be found again, and nothing is lost. */
export class LineText {
  /** As it was typed, in composed form. */
  readonly original: string;
  private readonly taken: LinePiece[] = [];
  /** The same in plain signs; what is taken stands as a sign that nothing matches. */
  private open: string;

  constructor(original: string, plain: string) {
    this.original = original;
    this.open = plain;
  }

  get text(): string {
    return this.open;
  }

  take(kind: LinePieceKind, start: number, end: number, problem?: PieceProblem): void {
    // What two pieces would share belongs to the one that was taken first; blanks at the sides belong to nobody.
    const [left] = [...this.open.slice(start, end).matchAll(new RegExp(`[^${TAKEN}]+`, 'g'))].sort(
      (one, other) => other[0].trim().length - one[0].trim().length,
    );
    if (!left) return;
    const [first, last] = [start + left.index, start + left.index + left[0].length];
    const slice = this.original.slice(first, last);
    const from = first + (slice.length - slice.trimStart().length);
    const to = last - (slice.length - slice.trimEnd().length);
    if (from >= to) return;
    const text = this.original.slice(from, to);
    this.taken.push({ kind, text, start: from, end: to, ...(problem ? { problem } : {}) });
    this.open = this.open.slice(0, from) + TAKEN.repeat(to - from) + this.open.slice(to);
  }

  /** What was taken, from left to right. */
  pieces(): LinePiece[] {
    return [...this.taken].sort((one, other) => one.start - other.start);
  }

  /** The runs of what nobody has taken, without blanks at their sides. */
  fragments(): { start: number; end: number; text: string }[] {
    return [...this.open.matchAll(new RegExp(`[^${TAKEN}]+`, 'g'))].flatMap((match) => {
      const text = match[0].trim();
      const start = match.index + match[0].length - match[0].trimStart().length;
      return text === '' ? [] : [{ start, end: start + text.length, text }];
    });
  }
}

/** Nobody types it, and no pattern takes it for a letter, a digit or a blank. */
export const TAKEN = '\u0000';
