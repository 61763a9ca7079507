import type { CardJson } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';
import { type Pressable, pressPart } from '#cards/pressAction.ts';
import { fitBeside } from './beside.ts';

/**
 * The rows of lists, made here and not bound by a template: what a row lacks is left out, and a template can't leave
 * out a property.
 */

type Colour = 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';

/** A piece of a line that says something by its colour. */
export interface Coloured {
  text: string;
  colour: Colour;
}

/** How something of a checklist stands. */
export type Mark = 'done' | 'todo' | 'unsure';

/** One entry of a list; everything in it is shown literally, but for the moment. */
export interface CardRow {
  title: string;
  mark?: Mark | undefined;
  /** Small under the title; empty ones are left out. */
  lines?: readonly (string | readonly (string | Coloured)[])[];
  /** Small under the lines, by `cardDateTime`; text from outside is escaped before. */
  moment?: string | undefined;
  /** What one compares, at the right. */
  value?: string | undefined;
  /** What a press on the row does. */
  press?: Pressable | undefined;
  /** A word or a sign at the right that can be pressed by itself. */
  side?: (Pressable & { sign?: Coloured | undefined }) | undefined;
}

const marks = {
  done: { text: '✓ ', colour: 'Good' },
  todo: { text: '✗ ', colour: 'Attention' },
  unsure: { text: '• ', colour: 'Warning' },
} as const satisfies Record<Mark, Coloured>;

/** Characters of usual size that stand beside each other on a phone. */
const MOST_BESIDE = 40;

/** A row: what it is about, at the right the figure to compare; small below what else there is; a thin line above. */
export function rowPart(row: CardRow): CardJson {
  const { title, mark, press, side } = row;
  const value = row.value && fitBeside(title, row.value, MOST_BESIDE) ? row.value : undefined;
  const heading = runs([...(mark ? [marks[mark]] : []), { text: title, colour: 'Default' }], {
    weight: 'Bolder',
  });
  const figure = value && runs([{ text: value, colour: 'Default' }]);
  const first = figure ? { type: 'ColumnSet', columns: [wide([heading]), narrow([figure])] } : heading;
  const lines = [...(row.value && !value ? [row.value] : []), ...(row.lines ?? [])];
  const items = [first, ...belowTitle({ ...row, lines })];
  const pressed = press && { selectAction: pressPart(press) };
  const look = { separator: true, spacing: 'Small' };
  if (!side) return { type: 'Container', ...look, ...pressed, items };
  // Nothing that can be pressed lies in something else that can: the side's press is beside the row's.
  return { type: 'ColumnSet', ...look, columns: [{ ...wide(items), ...pressed }, sideColumn(side)] };
}

function wide(items: readonly CardJson[]): CardJson {
  return { type: 'Column', width: 'stretch', items };
}

function narrow(items: readonly CardJson[]): CardJson {
  return { type: 'Column', width: 'auto', items };
}

function belowTitle({ lines = [], moment }: CardRow): CardJson[] {
  const shown = lines.map((line) => (typeof line === 'string' ? [line] : line)).filter(hasText);
  return [
    ...shown.map((line) => ({ ...runs(line, { size: 'Small' }), ...under })),
    ...(moment ? [{ ...under, type: 'TextBlock', text: moment, wrap: true, size: 'Small' }] : []),
  ];
}

const under = { spacing: 'None' } as const;

function sideColumn({ sign, ...press }: NonNullable<CardRow['side']>): CardJson {
  const shown: Coloured = sign ?? { text: press.title, colour: 'Accent' };
  return { ...narrow([runs([shown])]), selectAction: pressPart(press) };
}

function runs(
  line: readonly (string | Coloured)[],
  look: { weight?: 'Bolder'; size?: 'Small' } = {},
): CardJson {
  const inlines = line.map((piece) => {
    if (typeof piece === 'string') return { type: 'TextRun', text: literal(piece), ...look, isSubtle: true };
    const { text, colour } = piece;
    return { type: 'TextRun', text: literal(text), ...look, ...(colour !== 'Default' && { color: colour }) };
  });
  return { type: 'RichTextBlock', inlines };
}

function hasText(line: readonly (string | Coloured)[]): boolean {
  return line.some((piece) => (typeof piece === 'string' ? piece : piece.text) !== '');
}
