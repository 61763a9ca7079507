import { stageName } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatPercent } from '#cards/format.ts';
import { clipBytes } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { reachedStages } from '#domain/deal/decideProgress.ts';
import { type StagePercent, stagePercents } from '#domain/values/options.ts';
import { presentOf } from './path.ts';

const MOST_NAME = 60;

/**
 * How far the deal is, at a glance (CR-40, CR-41): a bar with a piece a stage, and the present one in words. The whole
 * path in words stands in the details.
 */
export function stageBar(view: ReferralCardView): CardJson[] {
  const { referral } = view;
  const present = presentOf(referral);
  if (present === undefined) return [];
  const name = clipBytes(stageName(present, view), MOST_NAME);
  const bar = piecesOf(view, present).map(({ text, kind }) => ({
    type: 'TextRun',
    text,
    ...kinds[kind].look,
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

/** What stands for a stage: told apart without colour as well. */
const kinds = {
  reached: { sign: '▰', look: { color: 'Accent' } },
  skipped: { sign: '–', look: { isSubtle: true } },
  toCome: { sign: '▱', look: { isSubtle: true } },
} as const;
type Kind = keyof typeof kinds;

/** Stages of one kind that follow one another are one piece of text: a card has little room. */
function piecesOf({ referral }: ReferralCardView, present: StagePercent): { text: string; kind: Kind }[] {
  const reached = reachedStages(referral);
  const kindOf = (percent: StagePercent): Kind => {
    if (percent > present) return 'toCome';
    return percent === 10 || percent === present || reached.some((one) => one === percent)
      ? 'reached'
      : 'skipped';
  };
  const pieces: { text: string; kind: Kind }[] = [];
  for (const percent of stagePercents) {
    const kind = kindOf(percent);
    const last = pieces.at(-1);
    const { sign } = kinds[kind];
    if (last?.kind === kind) last.text += sign;
    else pieces.push({ text: sign, kind });
  }
  return pieces;
}
