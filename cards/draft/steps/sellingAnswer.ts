import {
  type DraftFormContext,
  type DraftProblems,
  draftFields,
  type ParsedDraft,
} from '#cards/draft/view.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { helpKinds, NO_HELP } from '#domain/referral/referral.ts';
import { readContactPart } from './contactAnswer.ts';
import { helpOffered, PARTNER_LED, type SellingChoice } from './sellingStep.ts';

/** Reads the kind of help (CR-25), with the contact (CR-19) and the consent (CR-20) that asking for it takes. */
export function parseSelling(sent: unknown, context: DraftFormContext): ParsedDraft {
  const { typed, problems: unreadable, data } = readInputs(sent, draftFields.selling);
  // Private and partner-led are buttons; forms from before have them among the kinds of help.
  if (data.selling === NO_HELP || data.selling === PARTNER_LED) typed.assistance = data.selling;
  const problems: DraftProblems = unreadable;
  const choices: readonly SellingChoice[] = [NO_HELP, PARTNER_LED, ...helpKinds];
  const assistance = choices.find((one) => one === typed.assistance);
  if (!typed.assistance) problems.assistance ??= { code: 'help-missing' };
  else if (!assistance) problems.assistance = { code: 'help-unknown' };
  else if (!helpOffered(context).includes(assistance)) {
    problems.assistance = { code: assistance === PARTNER_LED ? 'help-unknown' : 'help-with-assessment' };
  }
  const right = problems.assistance ? undefined : assistance;
  const partnerLed = right === PARTNER_LED;
  const needed = right !== undefined && right !== NO_HELP && !partnerLed;
  const contact = readContactPart(typed, context, { needed, other: false });
  Object.assign(problems, contact.problems);
  if (contact.stale) typed.consent = 'false';
  const { customerContact, consent } = { ...context.draft, ...contact.changes };
  // Whoever is named in what Microsoft may see must have agreed (CR-20).
  if (partnerLed && customerContact && !consent) problems.consent ??= { code: 'consent-missing' };
  if (Object.keys(problems).length === 0) {
    const help = partnerLed ? NO_HELP : right;
    const before = context.draft.partnerLed === true;
    const shown = partnerLed || before ? { partnerLed: partnerLed || undefined } : {};
    const changes = { ...contact.changes, assistance: help, ...shown };
    return { ok: true, changes, picked: {}, typed };
  }
  // Without what it takes the answer is not stored: the deal would ask for help that it can't have.
  return { ok: false, problems, typed, changes: contact.changes, picked: {} };
}
