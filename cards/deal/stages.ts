import { formatPercent, type Reader } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import type { StageNames, StagePercent } from '#domain/values/options.ts';

const stageTexts = {
  20: 'progress.stage.20',
  40: 'progress.stage.40',
  60: 'progress.stage.60',
  80: 'progress.stage.80',
  100: 'progress.stage.100',
} satisfies Record<string, TextKey>;

const assessmentTexts = {
  20: 'progress.assessment.20',
  40: 'progress.assessment.40',
  60: 'progress.assessment.60',
  80: 'progress.assessment.80',
} satisfies Record<string, TextKey>;

/** For whom a stage is named, and of which deal. */
export interface StageView extends Reader {
  referral: Pick<Referral, 'direction' | 'solutions'>;
  /** The reader's company's own names. */
  stageNames?: StageNames | undefined;
}

const MOST_NAME = 40;

/**
 * A stage by its name (CR-40): the company's own where it has one, else the usual one. The stages of an assessment are
 * its own (CR-41).
 */
export function stageName(percent: StagePercent, view: StageView): string {
  const { language, referral, stageNames } = view;
  if (referral.solutions?.some(isAssessment)) {
    return percent === 10 || percent === 100 ? usual(percent, view) : say(language, assessmentTexts[percent]);
  }
  const own = stageNames?.[percent];
  return own ? clip(literal(own), MOST_NAME) : usual(percent, view);
}

function usual(percent: StagePercent, { language, referral }: StageView): string {
  if (percent !== 10) return say(language, stageTexts[percent]);
  return say(
    language,
    referral.direction === 'outbound' ? 'progress.stage.created' : 'progress.stage.accepted',
  );
}

/** A stage with its percentage. */
export function stageTitle(percent: StagePercent, view: StageView): string {
  const name = stageName(percent, view);
  return say(view.language, 'progress.stage.at', { name, percent: formatPercent(percent, view) });
}
