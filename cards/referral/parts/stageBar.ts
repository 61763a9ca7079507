import { stageName } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatPercent } from '#cards/format.ts';
import { clipBytes } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { reachedStages } from '#domain/deal/decideProgress.ts';
import { type StagePercent, stagePercents } from '#domain/values/options.ts';
import { presentOf } from './path.ts';

/** What stands for a stage, told apart without colour. */
const REACHED = '▰';
const TO_COME = '▱';
const SKIPPED = '–';
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
  const bar = piecesOf(view, present).map(({ text, kind }) => ({ type: 'TextRun', text, ...looks[kind] }));
  const words = ` ${name} ${formatPercent(present, view)}`;
  return [
    {
      type: 'RichTextBlock',
      spacing: 'None',
      inlines: [...bar, { type: 'TextRun', text: words, weight: 'Bolder' }],
    },
  ];
}

type Kind = 'reached' | 'skipped' | 'toCome';

const signs = { reached: REACHED, skipped: SKIPPED, toCome: TO_COME } satisfies Record<Kind, string>;

const looks = {
  reached: { color: 'Accent' },
  skipped: { isSubtle: true },
  toCome: { isSubtle: true },
} satisfies Record<Kind, object>;

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
    const sign = signs[kind];
    if (last?.kind === kind) last.text += sign;
    else pieces.push({ text: sign, kind });
  }
  return pieces;
}
