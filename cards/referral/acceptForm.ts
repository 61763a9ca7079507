import type { AcceptanceEntries } from '../../src/domain/decideReferral.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { formatAmount, intlLocale, isCurrency } from '../format.ts';
import { type Language, languageOf } from '../say.ts';
import { readAmount } from './amount.ts';
import { readInputs } from './inputs.ts';
import { MOST_ID, MOST_NAME, MOST_NOTES, markOf, prefillOf, type Watched } from './prefill.ts';
import type { AcceptField, Problems, Typed } from './problems.ts';
import { joinTeams, readTeam } from './team.ts';
import type { Audience } from './view.ts';

/** Who sent the form, when (their own day) and about what. */
export interface EntryContext {
  language: Language;
  locale: string;
  today: LocalDate;
  referral: Referral;
  audience: Audience;
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
  'team',
];
const MOST_YEARS = 10;

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

  const value = readValue(data, typed, problems, context);
  const closeDate = readCloseDate(typed, problems, context.today);

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
  if (typed.team && !untouched('team')) {
    const read = readTeam(typed.team, referral.team);
    const adding = context.audience === 'channel' || adds.includes('team');
    if (!read.ok) problems.team = read.problem;
    else entries.team = adding ? joinTeams(referral.team, read.team) : read.team;
  }
  if (Object.keys(problems).length === 0) return { ok: true, entries };
  // An amount that was understood goes back as its reader writes it, whatever the habits of the form it came from.
  if (!problems.value && value.amount > 0) typed.value = formatAmount(value.amount, context);
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

function readValue(
  data: Readonly<Record<string, unknown>>,
  typed: Typed,
  problems: Problems,
  context: EntryContext,
) {
  const known = context.referral.value;
  const text = typed.value ?? '';
  const formLocale = typeof data.locale === 'string' ? data.locale : context.locale;
  const form = { language: languageOf(formLocale), locale: formLocale };
  let currency = (typed.currency ?? '').toUpperCase();
  // What stands there unchanged is right, whatever our own checks would say of it.
  if (known && currency === known.currency && text === formatAmount(known.amount, form)) return known;
  const locales = [...new Set([intlLocale(form), intlLocale(context)])];
  const read = readAmount(text, locales, currency);
  if (!read.ok) problems.value ??= read.problem;
  else if (!currency && read.currencies.length === 1) currency = read.currencies[0] ?? '';
  else if (currency && read.currencies.length > 0 && !read.currencies.includes(currency)) {
    problems.value = {
      code: 'value-other-currency',
      values: { written: read.currencies.join('/'), chosen: currency },
    };
  }
  if (!currency) problems.currency ??= { code: 'currency-missing' };
  else if (!isCurrency(currency) && currency !== known?.currency)
    problems.currency = { code: 'currency-unknown' };
  return { amount: read.ok ? read.amount : 0, currency };
}

function readCloseDate(typed: Typed, problems: Problems, today: LocalDate): LocalDate {
  const text = typed.closeDate ?? '';
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0] ?? '';
  const at = Date.parse(`${day}T00:00:00Z`);
  if (problems.closeDate) return day;
  if (text === '') problems.closeDate = { code: 'close-date-missing' };
  // 31 February parses to a day in March.
  else if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(day)) {
    problems.closeDate = { code: 'close-date-unreadable' };
  } else if (day < today) problems.closeDate = { code: 'close-date-past' };
  else if (day > `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`) {
    problems.closeDate = { code: 'close-date-far', values: { years: MOST_YEARS } };
  }
  return day;
}
