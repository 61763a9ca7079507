import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { MarkedStage } from '#domain/deal/decideProgress.ts';

/**
 * Marks how far the sale of an accepted deal is, forward or back (CR-40, CR-41). `from`: where it stood for the one who
 * pressed; a deal that somebody else moved meanwhile stays there and refuses with `stage-moved`.
 */
export function markStage(
  deps: DecideDeps,
  input: DecideInput & { stage: MarkedStage; from?: MarkedStage | undefined },
): Promise<DecideOutcome> {
  const { stage, from } = input;
  return decideRecord(deps, 'stage.mark', input, (at) => ({
    type: 'stage.mark',
    by: input.personId,
    at,
    stage,
    from,
  }));
}
