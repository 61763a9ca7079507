import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import { formatSeconds } from '#cards/format.ts';
import { say, type TextKey } from '#cards/say.ts';
import { customerInLine } from './cardOrLine.ts';
import type { Turn } from './turn.ts';
import { undoOf } from './undoOf.ts';

/** What a line says of a decision that was made now: what it is, until when it can be taken back, and what is next. */
export function endingLine(
  { reader, person }: Turn,
  outcome: DecideOutcome,
  key: TextKey & ('talk.won' | 'talk.lost' | 'talk.accepted' | 'talk.declined'),
  next?: string,
): string | undefined {
  if (outcome.kind !== 'done') return undefined;
  const { language } = reader;
  const until = undoOf(outcome, person.personId)?.data.until;
  const decided = say(language, key, { customer: customerInLine(outcome.referral) });
  const undoable = until && say(language, 'undo.until', { time: formatSeconds(until, reader) });
  return [decided, undoable, next].filter(Boolean).join('. ');
}
