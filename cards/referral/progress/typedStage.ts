import { stageName } from '#cards/deal/stages.ts';
import type { Reader } from '#cards/format.ts';
import { type MarkedStage, markedStages } from '#domain/deal/decideProgress.ts';
import type { Solution } from '#domain/referral/referral.ts';
import type { StageNames } from '#domain/values/options.ts';

const assessment: Solution = { id: '', name: '', kind: 'assessment' };
/** Deals of every kind, whose stages have names of their own. */
const kinds = [
  { direction: 'inbound', solutions: [] },
  { direction: 'outbound', solutions: [] },
  { direction: 'outbound', solutions: [assessment] },
] as const;

/** Words that lead to the stage, in the six languages, and marks. */
const leading = /(?:^|\s+)(?:to|at|is|auf|in|zu|till|på|на|в|a|su)$|[\s:：,，–-]+$|\s*(?:到|至|为)$/iu;

/**
 * The stage at the end of what was typed behind the command, by a name of it or with a percent sign, and the words before
 * it; undefined where it ends in none. A figure alone may be part of a customer's name.
 */
export function readTypedStage(
  sent: unknown,
  view: Reader & { stageNames?: StageNames | undefined },
): { stage: MarkedStage; rest: string } | undefined {
  if (typeof sent !== 'string') return undefined;
  const text = sent.slice(0, 200).normalize('NFKC').trim();
  const percent = /(?:^|\D)(\d{1,2})\s?%$/u.exec(text);
  const stage = markedStages.find((one) => String(one) === percent?.[1]);
  if (percent && stage !== undefined) {
    return { stage, rest: withoutLeading(text.replace(/\d{1,2}\s?%$/u, '')) };
  }
  const [found] = markedStages
    .flatMap((one) => kinds.map((referral) => ({ stage: one, name: stageName(one, { ...view, referral }) })))
    .filter(({ name }) => endsIn(text, name))
    .sort((one, other) => other.name.length - one.name.length);
  return (
    found && { stage: found.stage, rest: withoutLeading(text.slice(0, text.length - found.name.length)) }
  );
}

function endsIn(text: string, name: string): boolean {
  const [typed, wanted] = [text, name].map((one) => one.toLowerCase());
  if (!typed?.endsWith(wanted ?? '') || !wanted) return false;
  const before = typed.slice(0, typed.length - wanted.length);
  return before === '' || !/[\p{L}\d]$/u.test(before) || /^\p{Script=Han}/u.test(wanted);
}

function withoutLeading(text: string): string {
  const shorter = text.trimEnd().replace(leading, '').trim();
  return shorter === text.trim() ? shorter : withoutLeading(shorter);
}
