import { requiredMark } from '#cards/form/field.ts';
import { problemText } from '#cards/form/problems.ts';
import type { Reader } from '#cards/format.ts';
import { clip, clipBytes, escaped } from '#cards/outside.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { InviteFacts, InviteInput } from './invite.ts';

/** All that the inputs of inviting are made from. */
export interface InviteFieldsView {
  reader: Reader;
  today: LocalDate;
  facts: InviteFacts;
  /** Ends the ids of the inputs. */
  formVersion: number;
  /** What was typed, and what is wrong with it. */
  typed: Readonly<Partial<Record<string, string>>>;
  problems: Readonly<Partial<Record<string, FieldProblem>>>;
  /** Partners to choose from: found by what was typed, or the first ones. */
  partners: readonly { organization: string; name: string }[];
  /** Solutions of the catalog to choose from, beside those of the deal. */
  found: readonly { id: string; name: string; publisher?: string | undefined }[];
  usualCurrency?: string | undefined;
  /** Nobody over there would read what is written to them. */
  unread?: boolean | undefined;
}

export function inviteInputId({ formVersion }: InviteFieldsView, field: string): string {
  return `${field}.${formVersion}`;
}

export function labelOf(view: InviteFieldsView, key: TextKey, required = false): string {
  const label = say(view.reader.language, key);
  return required ? requiredMark(label) : label;
}

export function optionalLabelOf(view: InviteFieldsView, key: TextKey): string {
  return say(view.reader.language, 'draft.optional', { label: labelOf(view, key) });
}

/** What goes back into an input, as far as a card can hold it, in bytes. */
export function textIn(view: InviteFieldsView, field: InviteInput, start = '', room = 500): string {
  return clipBytes(view.typed[field] ?? start, room);
}

export function inviteProblemAt(view: InviteFieldsView, field: InviteInput): { problem?: string } {
  const problem = view.problems[field];
  if (!problem) return {};
  const values = Object.entries(problem.values ?? {}).map(
    ([name, value]) => [name, typeof value === 'string' ? escaped(clip(value, 100)) : value] as const,
  );
  return { problem: problemText({ code: problem.code, values: Object.fromEntries(values) }, view.reader) };
}
