import {
  type DraftFormContext,
  type DraftProblems,
  draftFields,
  type ParsedDraft,
} from '#cards/draft/view.ts';
import { readCloseDay } from '#cards/form/day.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { MOST_ID, MOST_NAME, MOST_NOTES } from '#cards/form/limits.ts';
import { locationNamed } from '#cards/form/location.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { readMoneyInputs } from '#cards/money/money.ts';
import { notesNeeded } from '#domain/draft/dealProblems.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import { shownNotes } from './detailsStep.ts';

/** Reads the details of the deal (CR-21). */
export function parseDetails(sent: unknown, context: DraftFormContext): ParsedDraft {
  const { draft } = context;
  const { typed, problems: unreadable, data } = readInputs(sent, draftFields.details);
  const problems: DraftProblems = unreadable;
  const changes: DealEntries = {};

  const name = (typed.name ?? '').replace(/\s+/g, ' ');
  if (!name) problems.name ??= { code: 'name-missing' };
  else if (name.length > MOST_NAME) problems.name = tooLong('name-too-long', name, MOST_NAME);
  else changes.name = name;

  const location = locationOf(typed.location ?? '', context);
  if (location) changes.location = location;
  // Whoever has none to choose from has none to give: Microsoft.
  else if (context.locations.length > 0)
    problems.location ??= { code: typed.location ? 'location-unknown' : 'location-missing' };

  const preset = typeof data.preset === 'string' ? data.preset : undefined;
  const read = readMoneyInputs({ ...typed, formLocale: data.locale, known: draft.value, preset }, context);
  if (read.problems.value) problems.value ??= read.problems.value;
  if (read.problems.currency) problems.currency ??= read.problems.currency;
  if (!problems.value && !problems.currency) changes.value = read.money;

  const { day, problem } = readCloseDay(typed.closeDate ?? '', context.today);
  if (problem) problems.closeDate ??= problem;
  else changes.closeDate = day;

  for (const field of ['crmId', 'campaignId'] as const) {
    const text = typed[field];
    if (text === undefined) continue;
    if (text.length > MOST_ID) problems[field] = tooLong('id-too-long', text, MOST_ID);
    else changes[field] = text || undefined;
  }
  if (typed.notes !== undefined) {
    if (typed.notes.length > MOST_NOTES) problems.notes = tooLong('notes-too-long', typed.notes, MOST_NOTES);
    // Nothing is replaced by what was cut off to fit into the card.
    else if (typed.notes !== shownNotes(draft.notes)) changes.notes = typed.notes || undefined;
  }
  const notes = 'notes' in changes ? changes.notes : draft.notes;
  if (notesNeeded(draft, context.options) && !notes?.trim()) problems.notes ??= { code: 'notes-missing' };
  if (Object.keys(problems).length === 0) return { ok: true, changes, picked: {}, typed };
  // An amount that was understood goes back as its reader writes it, whatever the habits of the form it came from.
  if (!problems.value && read.money.amount > 0) {
    typed.value = formatAmount(read.money.amount, context);
    if (!problems.currency) typed.currency = read.money.currency;
  }
  return { ok: false, problems, typed, changes, picked: {} };
}

/** The location that is meant: by its id or its name; the only one where nothing can be chosen. */
function locationOf(text: string, { locations }: DraftFormContext): string | undefined {
  if (!text) return locations.length === 1 ? locations[0]?.mpnId : undefined;
  return locationNamed(text, locations);
}

function tooLong(code: 'name-too-long' | 'notes-too-long' | 'id-too-long', text: string, max: number) {
  return { code, values: { length: text.length, max } } as const;
}
