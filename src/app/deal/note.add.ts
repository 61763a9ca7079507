import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { NoteAudience } from '#domain/engagement/notes.ts';
import type { Contact } from '#domain/referral/referral.ts';

/**
 * Appends a note to a deal: for us, or for all parties, who are then told. The one of a press that is delivered twice
 * is one note.
 */
export function addNote(
  deps: DecideDeps,
  input: DecideInput & { text: string; audience: NoteAudience; writer: Contact },
): Promise<DecideOutcome> {
  const { personId: by, text, audience, writer } = input;
  return decideRecord(deps, 'note.add', input, (at) => {
    return { type: 'note.add', by, at, text, audience, writer };
  });
}
