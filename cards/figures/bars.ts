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

/** The longest bar, in signs: as much as fits beside the longest value on a phone. */
const [LONGEST, SHORTEST] = [10, 3];
const ROOM = 24;
const FULL = '█';
const ALMOST_NONE = '▏';

/**
 * Bars one below the other, each pressed as a whole. Where a client draws charts and there is room, the chart has the bars
 * and the rows say the numbers and are pressed; on a phone, and in clients that know no charts, the rows have the bars.
 */
export function barsPart(title: string, bars: readonly Bar[]): CardJson[] {
  const most = Math.max(1, ...bars.map(({ amount }) => amount));
  const beside = Math.max(0, ...bars.map(({ value }) => value.length));
  const longest = Math.max(SHORTEST, Math.min(LONGEST, Math.floor((ROOM - beside) * 0.75)));
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
    ...bars.map((bar) => barRow(bar, longest / most)),
  ];
}

function barRow({ title, amount, value, colour, press }: Bar, scale: number): CardJson {
  const signs = Math.round(amount * scale);
  const bar = signs > 0 ? FULL.repeat(signs) : amount > 0 ? ALMOST_NONE : ' ';
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '88px', items: [text(title)] },
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

function text(shown: string): CardJson {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: literal(shown) }] };
}
