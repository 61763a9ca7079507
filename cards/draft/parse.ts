import type { DealStep } from '../../src/domain/draft.ts';
import type { DraftFormContext, ParsedDraft } from './view.ts';

/** Reads a form as it was sent by a client, tolerantly; never throws. */
export function parseDraftForm(_step: DealStep, _sent: unknown, _context: DraftFormContext): ParsedDraft {
  return { ok: true, changes: {}, picked: {}, typed: {} };
}
