import type { Instant } from './instant.ts';
import type { CloseReason, ErrorReason, Referral, SalesStage } from './referral.ts';
import { salesStages } from './referral.ts';
import { isAssessment } from './solutionRules.ts';

interface ByPerson {
  by: string;
  at: Instant;
}

/** How a deal goes on and ends. */
export type ProgressCommand = ByPerson &
  (
    | { type: 'stage.mark'; stage: SalesStage }
    | { type: 'deal.win' }
    | { type: 'deal.lose'; reason: CloseReason; notes?: string | undefined }
    | { type: 'deal.error'; reason: ErrorReason; notes?: string | undefined }
  );

/** Why a deal stays where it is. */
export type ProgressRejection = 'already-closed' | 'not-accepted' | 'stage-order' | 'stages-missing';

export type ProgressDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: ProgressRejection };

const refuse = (rejection: ProgressRejection): ProgressDecision => ({ ok: false, rejection });

/**
 * Decides how a deal goes on (CR-40 to CR-43). The stages of an assessment come one after the other, and it is won only
 * after all of them (CR-41); every other deal may stand at any. What is closed never changes again (CR-50).
 */
export function decideProgress(state: Referral, command: ProgressCommand): ProgressDecision {
  if (state.stage === 'closed') return refuse('already-closed');
  const { at } = command;
  const closedBy = { kind: 'person' as const, personId: command.by };
  const over = { ...state, stage: 'closed' as const, closedAt: at, closedBy };
  if (command.type === 'deal.error') {
    const { reason: errorReason, notes: closingNotes } = command;
    return { ok: true, state: { ...over, outcome: 'error', errorReason, closingNotes }, changed: true };
  }
  if (state.stage !== 'accepted') return refuse('not-accepted');
  switch (command.type) {
    case 'stage.mark':
      if (command.stage === state.salesStage) return { ok: true, state, changed: false };
      if (!mayMark(state, command.stage)) return refuse('stage-order');
      return { ok: true, state: { ...state, salesStage: command.stage }, changed: true };
    case 'deal.win':
      if (!mayWin(state)) return refuse('stages-missing');
      return { ok: true, state: { ...over, outcome: 'won' }, changed: true };
    case 'deal.lose': {
      const { reason, notes: closingNotes } = command;
      return { ok: true, state: { ...over, outcome: 'lost', reason, closingNotes }, changed: true };
    }
    default:
      return command satisfies never;
  }
}

/** The stage after the present one, or undefined after the last: then the deal is won or lost. */
export function nextStage({ salesStage }: Pick<Referral, 'salesStage'>): SalesStage | undefined {
  const next = salesStages.findIndex((stage) => stage > (salesStage ?? 0));
  return salesStages[next];
}

/** Whether a deal may be marked as standing there: an assessment at the next stage or any earlier one (CR-41). */
function mayMark(referral: Pick<Referral, 'salesStage' | 'solutions'>, stage: SalesStage): boolean {
  const next = nextStage(referral);
  return !referral.solutions?.some(isAssessment) || next === undefined || stage <= next;
}

/** Whether an accepted deal may be won: an assessment only after its last stage (CR-41). */
function mayWin({ salesStage, solutions }: Pick<Referral, 'salesStage' | 'solutions'>): boolean {
  return !solutions?.some(isAssessment) || salesStage === salesStages.at(-1);
}
