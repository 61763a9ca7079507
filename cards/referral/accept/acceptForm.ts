import type { Audience } from '#cards/audience.ts';
import { readCloseDay } from '#cards/form/day.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { MOST_ID, MOST_NAME, MOST_NOTES } from '#cards/form/limits.ts';
import { markOf } from '#cards/form/mark.ts';
import type { AcceptField, Problems, Typed } from '#cards/form/problems.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { readMoneyInputs } from '#cards/money/money.ts';
import { joinTeams, readTeam } from '#cards/people/team.ts';
import { prefillOf, type Watched, watched } from '#cards/referral/view/prefill.ts';
import type { Language } from '#cards/say.ts';
import type { AcceptanceEntries } from '#domain/decide/decideAnswer.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { type FurtherSolution, solutionsIn } from './acceptSolutions.ts';

/** Who sent the form, when (their own day) and about what. */
export interface EntryContext {
  language: Language;
  locale: string;
  today: LocalDate;
  referral: Referral;
  audience: Audience;
  /** Looked up from what the form names. */
  further?: FurtherSolution | undefined;
  /** Whether the organization may have assessments (CR-10). */
  vetted?: boolean | undefined;
}

export type ParsedAcceptance =
  | { ok: true; entries: AcceptanceEntries }
  | { ok: false; problems: Problems; typed: Typed };

const fields: readonly AcceptField[] = [
  'name',
  'value',
  'currency',
  'closeDate',
  'notes',
  'crmId',
  'campaignId',
  'solutions',
  'solution',
  'search',
  'team',
];

/**
 * Reads the form of acceptance (CR-35) as it was sent by a client, tolerantly, and never throws. A key that is absent
 * from `entries` leaves the field as it is; a key with `undefined` empties it.
 */
export function parseAcceptance(sent: unknown, context: EntryContext): ParsedAcceptance {
  const { referral } = context;
  const { typed, problems, data } = readInputs(sent, fields);
  const prefill = prefillOf(referral, context.audience, context);
  const adds = Array.isArray(data.adds) ? data.adds : prefill.adds;
  const untouched = untouchedIn(data, typed, prefill.values);

  const name = untouched('name') ? referral.name.trim() : (typed.name ?? '').replace(/\s+/g, ' ');
  if (!name) problems.name ??= { code: 'name-missing' };
  else if (name.length > MOST_NAME && !untouched('name'))
    problems.name = tooLong('name-too-long', name, MOST_NAME);

  const read = readMoneyInputs({ ...typed, formLocale: data.locale, known: referral.value }, context);
  const value = read.money;
  if (read.problems.value) problems.value ??= read.problems.value;
  if (read.problems.currency) problems.currency ??= read.problems.currency;

  const { day: closeDate, problem } = readCloseDay(typed.closeDate ?? '', context.today);
  if (problem) problems.closeDate ??= problem;

  const entries: AcceptanceEntries = { name, value, closeDate };
  for (const field of ['crmId', 'campaignId'] as const) {
    const text = typed[field];
    if (text === undefined || untouched(field)) continue;
    if (text.length > MOST_ID) problems[field] = tooLong('id-too-long', text, MOST_ID);
    entries[field] = text || undefined;
  }
  if (typed.notes !== undefined && !untouched('notes')) {
    if (typed.notes.length > MOST_NOTES) problems.notes = tooLong('notes-too-long', typed.notes, MOST_NOTES);
    if (!adds.includes('notes')) entries.notes = typed.notes || undefined;
    else if (typed.notes) entries.notes = [referral.notes?.trim(), typed.notes].filter(Boolean).join('\n\n');
  }
  const solutions = solutionsIn(typed, referral, context, problems);
  if (solutions) entries.solutions = solutions;
  if (typed.team && !untouched('team')) {
    const people = readTeam(typed.team, referral.team);
    const adding = context.audience === 'channel' || adds.includes('team');
    if (!people.ok) problems.team = people.problem;
    else entries.team = adding ? joinTeams(referral.team, people.team) : people.team;
  }
  if (Object.keys(problems).length === 0) return { ok: true, entries };
  // An amount that was understood goes back as its reader writes it, whatever the habits of the form it came from.
  if (!problems.value && value.amount > 0) typed.value = formatAmount(value.amount, context);
  // Shown again it must be what stands there now: an older text would count as typed the next time.
  for (const field of watched) if (untouched(field)) delete typed[field];
  return { ok: false, problems, typed };
}

function tooLong(code: 'name-too-long' | 'notes-too-long' | 'id-too-long', text: string, max: number) {
  return { code, values: { length: text.length, max } };
}

/** Whether a field still has the text with which the form was shown. */
function untouchedIn(data: Readonly<Record<string, unknown>>, typed: Typed, shown: Typed) {
  const sent = data.was;
  const was = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
  return (field: Watched): boolean => {
    const text = typed[field];
    if (text === undefined) return false;
    return markOf(text) === (was[field] ?? markOf(shown[field] ?? ''));
  };
}
