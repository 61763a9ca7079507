import type { CardJson } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';
import { type Pressable, pressPart } from '#cards/pressAction.ts';

/** A bar, and what it leads to. */
export interface Bar {
  title: string;
  /** What its length says, in numbers. */
  amount: number;
  /** What stands at its right. */
  value: string;
  colour: 'Good' | 'Accent' | 'Warning';
  press?: Pressable | undefined;
}

/** The longest bar, in signs: as much as fits on a phone between the longest title and the longest value. */
const [LONGEST, SHORTEST] = [10, 3];
/** What rows have on a phone without the space between their parts, and what a sign of a bar and of a text takes, in pixels. */
const [ROOM, BAR_SIGN, SIGN] = [302, 11.4, 7.7];
const [NARROWEST, WIDEST] = [72, 120];
const FULL = '█';
const ALMOST_NONE = '▏';

/**
 * Bars one below the other, each pressed as a whole. Where a client draws charts and there is room, the chart has the bars
 * and the rows say the numbers and are pressed; on a phone, and in clients that know no charts, the rows have the bars.
 */
export function barsPart(title: string, bars: readonly Bar[]): CardJson[] {
  const most = Math.max(1, ...bars.map(({ amount }) => amount));
  const words = bars.flatMap((bar) => bar.title.split(/\s+/));
  const titles = between(NARROWEST, longestOf(words) * SIGN + 2, WIDEST);
  const values = longestOf(bars.map(({ value }) => value)) * SIGN;
  const longest = between(SHORTEST, (ROOM - titles - values) / BAR_SIGN, LONGEST);
  return [
    {
      type: 'Chart.HorizontalBar',
      title: literal(title),
      displayMode: 'AbsoluteNoAxis',
      color: 'categoricalBlue',
      data: bars.map((bar) => ({ x: literal(bar.title), y: bar.amount })),
      targetWidth: 'atLeast:standard',
      spacing: 'Small',
      fallback: 'drop',
    },
    ...bars.map((bar) => barRow(bar, longest / most, titles)),
  ];
}

function barRow({ title, amount, value, colour, press }: Bar, scale: number, width: number): CardJson {
  const signs = Math.round(amount * scale);
  const bar = signs > 0 ? FULL.repeat(signs) : amount > 0 ? ALMOST_NONE : ' ';
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: `${width}px`, items: [text(title)] },
      {
        type: 'Column',
        width: 'stretch',
        items: [
          {
            type: 'RichTextBlock',
            inlines: [{ type: 'TextRun', text: bar, color: colour }],
            targetWidth: 'atMost:narrow',
          },
        ],
      },
      { type: 'Column', width: 'auto', items: [{ ...text(value), horizontalAlignment: 'Right' }] },
    ],
    ...(press && { selectAction: pressPart(press) }),
  };
}

function longestOf(texts: readonly string[]): number {
  // Chinese signs are twice as wide.
  return Math.max(0, ...texts.map((one) => one.length + (one.match(/\p{Script=Han}/gu)?.length ?? 0)));
}

function between(least: number, size: number, most: number): number {
  return Math.max(least, Math.min(most, Math.floor(size)));
}

function text(shown: string): CardJson {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: literal(shown) }] };
}
