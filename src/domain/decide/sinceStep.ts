import { withValues } from '#domain/deal/decideUndo.ts';
import type { People } from '#domain/referral/people.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { TimelineChange } from '#domain/referral/timelineEntry.ts';
import type { ChangedFields } from '#domain/referral/undoable.ts';
import { changesBetween } from './timeline.ts';

/** How the fields of a step changed after it, whoever did it; `people` with everybody whom the changes name. */
export function changesSince(
  state: Referral,
  { fields, became }: ChangedFields,
): { changes: TimelineChange[]; people: People } {
  return changesBetween(withValues(state, fields, became), state);
}
