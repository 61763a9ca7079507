import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Actor, Contact, Money, SalesStage, Solution } from '#domain/values/parts.ts';

/** What the commands change that can be taken back at any time, as long as nobody else changed it since. */
export const undoFields = [
  'name',
  'value',
  'closeDate',
  'notes',
  'crmId',
  'campaignId',
  'team',
  'holder',
  'handed',
  'solutions',
  'assessmentPlace',
  'salesStage',
  'marked',
] as const;
export type UndoField = (typeof undoFields)[number];

/** Values of a deal's fields; what is absent was empty. */
export interface UndoValues {
  name?: string | undefined;
  value?: Money | undefined;
  closeDate?: LocalDate | undefined;
  notes?: string | undefined;
  crmId?: string | undefined;
  campaignId?: string | undefined;
  team?: readonly Contact[] | undefined;
  holder?: string | undefined;
  handed?: { by: Actor; at: Instant } | undefined;
  solutions?: readonly Solution[] | undefined;
  assessmentPlace?: string | undefined;
  salesStage?: SalesStage | undefined;
  marked?: readonly SalesStage[] | undefined;
}

/** Where an open deal stands, and since when. */
export type OpenStanding =
  | { stage: 'received' }
  | { stage: 'accepted'; acceptedAt: Instant; acceptedBy: Actor };

interface Step {
  /** Revision of the deal that it made: its id. */
  revision: number;
  /** The command. */
  what: string;
  /** Id of the person who did it. */
  by: string;
  at: Instant;
}

/** Fields that somebody changed: they can be given back as they were. */
export interface ChangedFields extends Step {
  kind: 'fields';
  fields: readonly UndoField[];
  was: UndoValues;
  became: UndoValues;
  /** Who changed one of the fields last, since then. */
  changed?: { by: Actor; at: Instant } | undefined;
}

/** A decision that is not final yet: nothing of it has left the organization. */
export interface PendingDecision extends Step {
  kind: 'decision';
  was: OpenStanding;
  /** From then on it is final. */
  until: Instant;
}

/** What can be taken back no more, kept so that a late press is told why. */
export interface SettledStep extends Step {
  kind: 'undone' | 'final';
  /** Since when. */
  since: Instant;
}

/** One thing that one of our people did to a deal, with what it takes to take it back. */
export type Undoable = ChangedFields | PendingDecision | SettledStep;

/** So many of the last steps of a deal are kept: a record must stay small. */
export const MOST_UNDOABLE = 3;

/** How long a decision can be taken back, in seconds. */
export const PENDING_SECONDS = 20;

/** The decision of a deal that is not final yet. */
export function pendingOf({
  undoable,
}: {
  undoable?: readonly Undoable[] | undefined;
}): PendingDecision | undefined {
  return undoable?.find((step) => step.kind === 'decision');
}

/** What a person can take back by a press on the deal's card: the step, what it did, and until when where that ends. */
export interface OwnStep {
  revision: number;
  /** The command. */
  what: string;
  until?: Instant | undefined;
}

/**
 * The decision that a person made and can still take back, or what they changed as long as it is the last thing that
 * happened to the deal.
 */
export function ownStep(
  referral: { undoable?: readonly Undoable[] | undefined; recent?: readonly { at: Instant }[] | undefined },
  personId: string,
): OwnStep | undefined {
  const step = lastUndoable(referral, personId);
  if (step?.kind === 'decision') return { revision: step.revision, what: step.what, until: step.until };
  const last = step !== undefined && referral.recent?.at(-1)?.at === step.at;
  return last ? { revision: step.revision, what: step.what } : undefined;
}

/** What a person can take back now: their last step that is neither taken back nor final. */
export function lastUndoable(
  { undoable = [] }: { undoable?: readonly Undoable[] | undefined },
  personId: string,
): ChangedFields | PendingDecision | undefined {
  const own = undoable.filter(
    (step): step is ChangedFields | PendingDecision =>
      step.by === personId && (step.kind === 'fields' || step.kind === 'decision'),
  );
  return own.at(-1);
}
