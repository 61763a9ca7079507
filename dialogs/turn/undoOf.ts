import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import type { Verb } from '#cards/verb.ts';
import { lastUndoable } from '#domain/referral/undoable.ts';
import type { Instant } from '#domain/values/instant.ts';

/** The press that takes something back. */
export interface Undoing {
  verb: Verb;
  data: Readonly<Record<string, unknown>>;
}

/** The press that takes back a step of a deal; `until`: only so long. */
export interface DealUndoing extends Undoing {
  verb: 'deal.undo';
  data: { referral: string; revision: number; until?: Instant | undefined };
}

/** What takes back what a person just did to a deal: the same for the card, for one line, and for what is typed. */
export function undoOf(outcome: DecideOutcome, personId: string): DealUndoing | undefined {
  if (outcome.kind !== 'done') return undefined;
  const { referral } = outcome;
  const step = lastUndoable(referral, personId);
  if (step?.revision !== referral.revision) return undefined;
  const until = step.kind === 'decision' ? step.until : undefined;
  const { revision } = step;
  return { verb: 'deal.undo', data: { referral: referral.id, revision, ...(until && { until }) } };
}
