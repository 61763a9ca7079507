import { type StageKind, stagePieces } from '#cards/deal/stagePieces.ts';
import { stageName } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatPercent } from '#cards/format.ts';
import { clipBytes } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { presentOf } from './path.ts';

const MOST_NAME = 60;

const looks: Readonly<Record<StageKind, object>> = {
  reached: { color: 'Accent' },
  skipped: { isSubtle: true },
  toCome: { isSubtle: true },
};

/**
 * How far the deal is, at a glance (CR-40, CR-41): a bar with a piece a stage, and the present one in words. The whole
 * path in words stands in the details.
 */
export function stageBar(view: ReferralCardView): CardJson[] {
  const { referral } = view;
  const present = presentOf(referral);
  if (present === undefined) return [];
  const name = clipBytes(stageName(present, view), MOST_NAME);
  const bar = stagePieces(referral, present).map(({ text, kind }) => ({
    type: 'TextRun',
    text,
    ...looks[kind],
  }));
  const words = ` ${name} ${formatPercent(present, view)}`;
  return [
    {
      type: 'RichTextBlock',
      spacing: 'None',
      inlines: [...bar, { type: 'TextRun', text: words, weight: 'Bolder' }],
    },
  ];
}
