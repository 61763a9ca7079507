import { stageOf } from '../../src/domain/decideProgress.ts';
import { type StagePercent, stagePercents } from '../../src/domain/options.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { CardJson } from '../expand.ts';
import { formatPercent } from '../format.ts';
import { say } from '../say.ts';
import { stageName } from './stages.ts';
import type { ReferralCardView } from './view.ts';

/**
 * The sales stages as a visible path, with the present one (CR-40, CR-41): one text that wraps, so that it is read on a
 * telephone as well. Of a deal that was never won or worked on there is none.
 */
export function pathOf(view: ReferralCardView): CardJson[] {
  const { referral, language } = view;
  const present = presentOf(referral);
  if (present === undefined) return [];
  const inlines = stagePercents.flatMap((percent, at) => [
    ...(at > 0 ? [{ type: 'TextRun', text: ' › ', isSubtle: true }] : []),
    runOf(view, percent, present),
  ]);
  const label = { type: 'TextBlock', size: 'Small', isSubtle: true, wrap: true };
  return [
    { ...label, text: say(language, 'progress.path.title') },
    { type: 'RichTextBlock', spacing: 'None', inlines },
  ];
}

/** How far it came: a lost one to where it stood. */
function presentOf(referral: Referral): StagePercent | undefined {
  if (referral.stage === 'accepted') return stageOf(referral);
  if (referral.stage !== 'closed') return undefined;
  if (referral.outcome === 'won') return 100;
  return referral.outcome === 'lost' ? stageOf(referral) : undefined;
}

/** One stage: done, the present one, or still to come. */
function runOf(view: ReferralCardView, percent: StagePercent, present: StagePercent): CardJson {
  // The figure stays with the last word of the name.
  const text = `${stageName(percent, view)}\u00a0${formatPercent(percent, view)}`;
  if (percent < present) return { type: 'TextRun', text: `✓\u00a0${text}`, isSubtle: true };
  if (percent > present) return { type: 'TextRun', text, isSubtle: true };
  return { type: 'TextRun', text: `●\u00a0${text}`, weight: 'Bolder', color: 'Accent' };
}
