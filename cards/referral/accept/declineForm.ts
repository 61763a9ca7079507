import { readInputs } from '#cards/form/inputs.ts';
import type { Problems, Typed } from '#cards/form/problems.ts';
import { MOST_DECLINE_NOTES } from '#domain/engagement/refusalNotes.ts';
import { type CloseReason, closeReasons } from '#domain/referral/referral.ts';

export type ParsedDecline =
  | { ok: true; reason: CloseReason; notes: string | undefined }
  | { ok: false; problems: Problems; typed: Typed };

/**
 * Reads the form of declining (CR-36, CR-37) as it was sent by a client; never throws. The notes are at most as long as
 * those who asked are told them whole.
 */
export function parseDecline(sent: unknown): ParsedDecline {
  const { typed, problems } = readInputs(sent, ['reason', 'closingNotes']);
  const reason = closeReasons.find((one) => one === typed.reason);
  if (!typed.reason) problems.reason ??= { code: 'reason-missing' };
  else if (!reason) problems.reason = { code: 'reason-unknown' };
  const notes = typed.closingNotes ?? '';
  if (notes.length > MOST_DECLINE_NOTES) {
    problems.closingNotes = {
      code: 'notes-too-long',
      values: { length: notes.length, max: MOST_DECLINE_NOTES },
    };
  }
  if (!reason || Object.keys(problems).length > 0) return { ok: false, problems, typed };
  return { ok: true, reason, notes: notes || undefined };
}
