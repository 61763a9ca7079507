import type { DealStep } from '#domain/draft/draft.ts';
import { parseCustomer } from './steps/customerAnswer.ts';
import { parseDetails } from './steps/detailsAnswer.ts';
import { parsePartners } from './steps/partnersAnswer.ts';
import { parseSelling } from './steps/sellingAnswer.ts';
import { parseSolutions } from './steps/solutionsAnswer.ts';
import { readTeamStep } from './steps/teamAnswer.ts';
import type { DraftFormContext, ParsedDraft } from './view.ts';

/**
 * Reads the form of a step as it was sent by a client, tolerantly; never throws. Everything is checked again: the
 * choices of a card come back from outside, and so does everything else.
 */
export function parseDraftForm(step: DealStep, sent: unknown, context: DraftFormContext): ParsedDraft {
  switch (step) {
    case 'customer':
      return parseCustomer(sent, context);
    case 'details':
      return parseDetails(sent, context);
    case 'team':
      return readTeamStep(sent, context);
    case 'solutions':
      return parseSolutions(sent, context);
    case 'selling':
      return parseSelling(sent, context);
    case 'partners':
      return parsePartners(sent, context);
    case 'review':
      return { ok: true, changes: {}, picked: {}, typed: {} };
  }
}
