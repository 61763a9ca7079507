import { readCloseDay } from '#cards/form/day.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { MOST_ID, MOST_NAME, MOST_NOTES } from '#cards/form/limits.ts';
import { markOf } from '#cards/form/mark.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { readMoneyInputs } from '#cards/money/money.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { EditForm } from '#cards/referral/view/view.ts';
import type { Language } from '#cards/say.ts';
import { type DealChanges, type EditField, editFields } from '#domain/deal/decideDeal.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { editInputs } from './editing.ts';
import { baseMarks, type EditMarks, moneyText } from './editMarks.ts';

/** Who sent the form, when (their own day) and about what, as it is now. */
export interface EditContext {
  language: Language;
  locale: string;
  today: LocalDate;
  referral: Referral;
}

export type ParsedEdit =
  | { ok: true; changes: DealChanges }
  | { ok: false; problems: EditForm['problems']; typed: EditForm['typed']; conflicts: EditField[] };

/**
 * Reads the form of editing (CR-39). What nobody touched stays as it is, whoever changed it meanwhile and whatever our
 * checks would say of it. A field that both changed is a conflict until it is chosen whose counts. Never throws.
 */
export function parseEdit(sent: unknown, context: EditContext): ParsedEdit {
  const { referral } = context;
  const picked = editFields.map((field) => `pick_${field}` as const);
  const { typed, problems: unread, data } = readInputs(sent, [...editInputs, ...picked]);
  const problems: Record<string, FieldProblem> = { ...unread };
  const present = baseMarks(referral, context);
  const was = { ...present, ...marksIn(data.was) };
  const asked = Array.isArray(data.asked) ? data.asked : [];
  const read = readFields(typed, data, context);
  const changes: Record<string, unknown> = {};
  const conflicts: EditField[] = [];
  for (const field of editFields) {
    const { mark, to, found } = read[field];
    // A client may leave out an input that is empty; what was emptied is sent as an empty text by all of them.
    const pick = typed[`pick_${field}`];
    // What is neither is no choice, and has no place on the card either.
    if (pick !== 'theirs' && pick !== 'yours') delete typed[`pick_${field}`];
    const sentIt = typed[field] !== undefined;
    const theirs = asked.includes(field) && pick === 'theirs';
    if (!sentIt || mark === was[field] || mark === present[field] || theirs) {
      // Shown again it must be what stands there now: an older text would count as typed the next time.
      delete typed[field];
      if (field === 'value') delete typed.currency;
      continue;
    }
    Object.assign(problems, found);
    if (present[field] !== was[field]) conflicts.push(field);
    else if (asked.includes(field) && pick !== 'yours') {
      conflicts.push(field);
      problems[`pick_${field}`] = { code: 'pick-missing' };
    }
    changes[field] = { from: referral[field], to };
  }
  if (conflicts.length === 0 && Object.keys(problems).length === 0) {
    return { ok: true, changes: changes as DealChanges };
  }
  return { ok: false, problems, typed, conflicts };
}

interface Reading {
  /** Mark of what was typed, to be compared with what stood there. */
  mark: string;
  to: unknown;
  found: Record<string, FieldProblem>;
}

function readFields(
  typed: Readonly<Record<string, string>>,
  data: Readonly<Record<string, unknown>>,
  context: EditContext,
): Record<EditField, Reading> {
  const { referral } = context;
  const text = (field: 'crmId' | 'campaignId'): Reading => {
    const to = typed[field] ?? '';
    const long = to.length > MOST_ID ? { [field]: tooLong('id-too-long', to, MOST_ID) } : {};
    return { mark: markOf(to), to: to || undefined, found: long };
  };
  return {
    name: readName(typed.name ?? ''),
    value: readValue(typed, data, context),
    closeDate: readDay(typed.closeDate ?? '', context.today),
    notes: readNotes(typed.notes ?? '', Array.isArray(data.adds) && data.adds.includes('notes'), referral),
    crmId: text('crmId'),
    campaignId: text('campaignId'),
  };
}

function readName(typed: string): Reading {
  const to = typed.replace(/\s+/g, ' ').trim();
  const found: Record<string, FieldProblem> = !to
    ? { name: { code: 'name-missing' } }
    : to.length > MOST_NAME
      ? { name: tooLong('name-too-long', to, MOST_NAME) }
      : {};
  return { mark: markOf(to), to, found };
}

function readValue(
  typed: Readonly<Record<string, string>>,
  data: Readonly<Record<string, unknown>>,
  context: EditContext,
): Reading {
  const known = context.referral.value;
  const inputs = { value: typed.value, currency: typed.currency, formLocale: data.locale, known };
  const { money, problems } = readMoneyInputs(inputs, context);
  // Without a value nothing was typed, whatever currency stands beside it.
  const mark = (typed.value ?? '') === '' ? markOf('') : markOf(moneyText(money));
  const found: Record<string, FieldProblem> = { ...problems };
  if (!problems.value && money.amount > 0 && typed.value !== undefined) {
    // An amount that was understood goes back as its reader writes it, whatever the habits of the form it came from.
    Object.assign(typed, { value: formatAmount(money.amount, context) });
  }
  return { mark, to: money, found };
}

function readDay(typed: string, today: LocalDate): Reading {
  const { day, problem } = readCloseDay(typed, today);
  return { mark: markOf(day || typed), to: day, found: problem ? { closeDate: problem } : {} };
}

function readNotes(typed: string, adds: boolean, referral: Referral): Reading {
  const found: Record<string, FieldProblem> =
    typed.length > MOST_NOTES ? { notes: tooLong('notes-too-long', typed, MOST_NOTES) } : {};
  const to = adds && typed ? [referral.notes?.trim(), typed].filter(Boolean).join('\n\n') : typed;
  return { mark: markOf(typed), to: to || undefined, found };
}

function tooLong(code: 'name-too-long' | 'notes-too-long' | 'id-too-long', text: string, max: number) {
  return { code, values: { length: text.length, max } };
}

function marksIn(sent: unknown): Partial<EditMarks> {
  const was = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
  const marks = editFields.flatMap((field) => {
    const mark = was[field];
    return typeof mark === 'string' ? [[field, mark] as const] : [];
  });
  return Object.fromEntries(marks);
}
