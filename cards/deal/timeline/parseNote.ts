import { readInputs } from '#cards/form/inputs.ts';
import type { PanelForm } from '#cards/panel/form.ts';
import { LONGEST_NOTE, type NoteAudience, noteAudiences, noteText } from '#domain/engagement/notes.ts';
import type { NoteField } from './view.ts';

export type ParsedNote =
  | { ok: true; text: string; audience: NoteAudience; typed: PanelForm<NoteField>['typed'] }
  | { ok: false; problems: PanelForm<NoteField>['problems']; typed: PanelForm<NoteField>['typed'] };

/** Reads the form of a note. Without an answer to who reads it, it is for us: the input is not there without parties. */
export function parseNote(sent: unknown): ParsedNote {
  const { typed, problems: unread } = readInputs<NoteField>(sent, ['note', 'reader']);
  const problems = { ...unread };
  const text = noteText(typed.note ?? '');
  const audience = noteAudiences.find((one) => one === (typed.reader || 'us'));
  if (text === '') problems.note ??= { code: 'note-empty' };
  else if (text.length > LONGEST_NOTE)
    problems.note = { code: 'note-too-long', values: { length: text.length, max: LONGEST_NOTE } };
  if (!audience) problems.reader ??= { code: 'note-audience' };
  if (Object.keys(problems).length > 0 || !audience) return { ok: false, problems, typed };
  return { ok: true, text, audience, typed };
}
