import { readInputs } from '#cards/form/inputs.ts';
import { MOST_NOTES } from '#cards/form/limits.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { FinalForm } from '#cards/referral/view/view.ts';

/** What is said where no reason was chosen. */
export const reasonMissing = { lose: 'lost-reason-missing', error: 'error-reason-missing' } as const;

/** The form of an ending as it was sent. */
export type ParsedEnding<R extends string> =
  | { ok: true; reason: R; notes: string | undefined }
  | { ok: false; problems: Readonly<Record<string, FieldProblem>>; typed: FinalForm['typed'] };

/** Reads the reason and the notes of a deal that is lost or an error (CR-37, CR-43). Never throws. */
export function parseEnding<R extends string>(
  sent: unknown,
  kind: 'lose' | 'error',
  reasons: readonly R[],
): ParsedEnding<R> {
  const { typed, problems } = readInputs(sent, ['reason', 'closingNotes']);
  const reason = reasons.find((one) => one === typed.reason);
  if (!typed.reason) problems.reason ??= { code: reasonMissing[kind] };
  else if (!reason) problems.reason = { code: 'reason-unknown' };
  const notes = typed.closingNotes ?? '';
  if (notes.length > MOST_NOTES) {
    problems.closingNotes = { code: 'notes-too-long', values: { length: notes.length, max: MOST_NOTES } };
  }
  if (reason && Object.keys(problems).length === 0) return { ok: true, reason, notes: notes || undefined };
  const back = { reason: typed.reason ?? '', closingNotes: notes };
  return { ok: false, problems: problems as Readonly<Record<string, FieldProblem>>, typed: back };
}

/** Whether the customer's agreement was ticked (CR-20). */
export function consentIn(sent: unknown): boolean {
  return readInputs(sent, ['consent']).typed.consent === 'true';
}
