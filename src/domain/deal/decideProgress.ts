import type { CloseReason, ErrorReason, Referral, SalesStage } from '#domain/referral/referral.ts';
import { salesStages } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import type { Instant } from '#domain/values/instant.ts';

/** Where a deal begins, in per cent (CR-40): nothing is marked there. */
export const FIRST_STAGE = 10;
/** A stage that can be marked: the first one is the way back to the beginning. */
export type MarkedStage = typeof FIRST_STAGE | SalesStage;
export const markedStages: readonly MarkedStage[] = [FIRST_STAGE, ...salesStages];

interface ByPerson {
  by: string;
  at: Instant;
}

/** How a deal goes on and ends. */
export type ProgressCommand = ByPerson &
  (
    | {
        type: 'stage.mark';
        stage: MarkedStage;
        /** Where it stood on the card that was pressed: who looks at an old one must not move it back unseen. */
        from?: MarkedStage | undefined;
      }
    | { type: 'deal.win' }
    | { type: 'deal.lose'; reason: CloseReason; notes?: string | undefined }
    | {
        type: 'deal.error';
        reason: ErrorReason;
        notes?: string | undefined;
        /** Whether the organization has the option of CR-43. */
        switchedOn: boolean;
      }
  );

/** Why a deal stays where it is. */
export type ProgressRejection =
  | 'already-closed'
  | 'not-accepted'
  | 'stage-order'
  | 'stage-moved'
  | 'stages-missing'
  | 'error-off';

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
    if (!command.switchedOn) return refuse('error-off');
    const { reason: errorReason, notes: closingNotes } = command;
    return { ok: true, state: { ...over, outcome: 'error', errorReason, closingNotes }, changed: true };
  }
  if (state.stage !== 'accepted') return refuse('not-accepted');
  switch (command.type) {
    case 'stage.mark':
      return mark(state, command);
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

function mark(
  state: Referral,
  { stage, from }: Extract<ProgressCommand, { type: 'stage.mark' }>,
): ProgressDecision {
  const present = stageOf(state);
  if (stage === present) return { ok: true, state, changed: false };
  if (from !== undefined && from !== present) return refuse('stage-moved');
  if (!mayMark(state, stage)) return refuse('stage-order');
  if (stage === FIRST_STAGE) return { ok: true, state: withoutStage(state), changed: true };
  const marked = [...reachedStages(state).filter((one) => one < stage), stage];
  return { ok: true, state: { ...state, salesStage: stage, marked }, changed: true };
}

function withoutStage<S extends Referral>(state: S): S {
  const { salesStage: _stage, marked: _marked, ...rest } = state;
  return rest as S;
}

/** The stages that a deal really came through: what nobody marked was skipped (CR-40). */
export function reachedStages({ salesStage, marked }: Pick<Referral, 'salesStage' | 'marked'>): SalesStage[] {
  if (salesStage === undefined) return [];
  return salesStages.filter(
    (one) => one === salesStage || (one < salesStage && (marked?.includes(one) ?? true)),
  );
}

/**
 * The deal at its beginning, where it became an assessment or ceased to be one: the stages of the one kind say nothing of
 * the other's (CR-40, CR-41). A stage that came with the same change stays.
 */
export function withFreshStage<S extends Referral>(before: Referral, after: S): S {
  const kind = ({ solutions = [] }: Referral) => solutions.some(isAssessment);
  if (kind(before) === kind(after) || before.salesStage !== after.salesStage) return after;
  return withoutStage(after);
}

/** Where a deal stands, at the beginning too. */
export function stageOf({ salesStage }: Pick<Referral, 'salesStage'>): MarkedStage {
  return salesStage ?? FIRST_STAGE;
}

/** The stage after the present one, or undefined after the last: then the deal is won or lost. */
export function nextStage(referral: Pick<Referral, 'salesStage'>): SalesStage | undefined {
  return salesStages.find((stage) => stage > stageOf(referral));
}

/** Whether a deal may be marked as standing there: an assessment at the next stage or any earlier one (CR-41). */
export function mayMark(referral: Pick<Referral, 'salesStage' | 'solutions'>, stage: MarkedStage): boolean {
  const next = nextStage(referral);
  return !referral.solutions?.some(isAssessment) || next === undefined || stage <= next;
}

/** Whether an accepted deal may be won: an assessment only after its last stage (CR-41). */
export function mayWin({ salesStage, solutions }: Pick<Referral, 'salesStage' | 'solutions'>): boolean {
  return !solutions?.some(isAssessment) || salesStage === salesStages.at(-1);
}
