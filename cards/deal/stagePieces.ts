import { reachedStages } from '#domain/deal/decideProgress.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type StagePercent, stagePercents } from '#domain/values/options.ts';

/** What a piece of the bar stands for. */
export type StageKind = 'reached' | 'skipped' | 'toCome';

/** Stages of one kind that follow one another are one piece of text: a card has little room. */
export interface StagePiece {
  text: string;
  kind: StageKind;
}

/** What stands for a stage: told apart without colour as well. */
const signs: Readonly<Record<StageKind, string>> = { reached: '▰', skipped: '–', toCome: '▱' };

/** How far a deal is, as a bar with a sign a stage (CR-40, CR-41). */
export function stagePieces(
  referral: Pick<Referral, 'salesStage' | 'marked'>,
  present: StagePercent,
): StagePiece[] {
  const reached = reachedStages(referral);
  const kindOf = (percent: StagePercent): StageKind => {
    if (percent > present) return 'toCome';
    const wasThere = percent === 10 || percent === present || reached.some((one) => one === percent);
    return wasThere ? 'reached' : 'skipped';
  };
  const pieces: StagePiece[] = [];
  for (const percent of stagePercents) {
    const kind = kindOf(percent);
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += signs[kind];
    else pieces.push({ text: signs[kind], kind });
  }
  return pieces;
}
