import { readDay } from '#cards/form/day.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { intlLocale, type Reader } from '#cards/format.ts';
import { readAmount } from '#cards/money/amount.ts';
import { markedStages } from '#domain/deal/decideProgress.ts';
import {
  type DealFilters,
  type DealList,
  dealSorts,
  type ListChoice,
  registrationStatuses,
  statusFilters,
  usualOrder,
  type Worth,
} from '#domain/list/dealList.ts';
import { dealTypes } from '#domain/referral/dealType.ts';
import { readCountry } from '#domain/values/countries.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { isSearchable } from '#domain/values/searchable.ts';
import {
  type FilterField,
  type FilterProblems,
  type FilterTyped,
  fieldsOf,
  MOST_TYPED,
  NO_FILTER,
  sortChoices,
} from './filterForm.ts';

/** A form while it is read: what was typed, and what is wrong at which field. */
interface Reading {
  typed: FilterTyped;
  problems: FilterProblems;
}

/** Reads the form of a list as it was sent (CR-15); the choice, or what is wrong at which field. */
export function parseFilters(
  sent: Readonly<Record<string, unknown>>,
  list: DealList,
  reader: Pick<Reader, 'language' | 'locale'>,
): { ok: true; choice: ListChoice } | ({ ok: false } & Reading) {
  const form = textsOf(sent, list);
  const stage = chosen(form, 'stage', markedStages.map(String));
  const filters: DealFilters = {
    country: country(form),
    customer: words(form, 'customer'),
    type: chosen(form, 'type', dealTypes),
    solution: words(form, 'solution'),
    status: chosen(form, 'status', statusFilters),
    registration: chosen(form, 'registration', registrationStatuses),
    over: worth(form, 'over', reader),
    under: worth(form, 'under', reader),
    closingFrom: day(form, 'closingFrom'),
    closingTo: day(form, 'closingTo'),
    stage: markedStages.find((percent) => String(percent) === stage),
    words: words(form, 'about'),
    partner: words(form, 'partner'),
  };
  const order = chosenOrder(chosen(form, 'sort', sortChoices)) ?? usualOrder(list, filters);
  if (Object.keys(form.problems).length > 0) return { ok: false, ...form };
  return { ok: true, choice: { ...order, filters } };
}

function textsOf(sent: Readonly<Record<string, unknown>>, list: DealList): Reading {
  const formVersion = formVersionOf(sent);
  const [typed, problems]: [FilterTyped, FilterProblems] = [{}, {}];
  for (const field of fieldsOf(list)) {
    const value = sent[`${field}.${formVersion}`] ?? sent[field] ?? '';
    if (typeof value === 'string') typed[field] = value.replace(/\s+/g, ' ').trim();
    else problems[field] = 'choice';
    if ((typed[field]?.length ?? 0) > MOST_TYPED) problems[field] = 'long';
  }
  return { typed, problems };
}

function chosen<T extends string>(
  { typed, problems }: Reading,
  field: FilterField,
  choices: readonly T[],
): T | undefined {
  const value = typed[field];
  if (!value || value === NO_FILTER) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) problems[field] ??= 'choice';
  return found;
}

function words({ typed, problems }: Reading, field: FilterField): string | undefined {
  const text = typed[field];
  if (!text) return undefined;
  if (!isSearchable(text)) problems[field] ??= 'short';
  return text;
}

function country({ typed, problems }: Reading): string | undefined {
  if (!typed.country) return undefined;
  const found = readCountry(typed.country);
  if (!found) problems.country ??= 'country';
  return found;
}

/** What says no currency, or one that several have the sign of, is a number alone. */
function worth(
  { typed, problems }: Reading,
  field: FilterField,
  reader: Pick<Reader, 'language' | 'locale'>,
): Worth | undefined {
  const text = typed[field];
  if (!text) return undefined;
  const read = readAmount(text, [intlLocale(reader)], '');
  if (!read.ok) {
    problems[field] ??= 'worth';
    return undefined;
  }
  const [currency, ...others] = read.currencies;
  return { amount: read.amount, ...(currency && others.length === 0 && { currency }) };
}

function day({ typed, problems }: Reading, field: FilterField): LocalDate | undefined {
  const read = readDay(typed[field] ?? '');
  if (read !== 'unreadable') return read;
  problems[field] ??= 'day';
  return undefined;
}

function chosenOrder(
  sort: (typeof sortChoices)[number] | undefined,
): Pick<ListChoice, 'sort' | 'descending'> | undefined {
  const [by, way] = (sort ?? '').split('.');
  const name = dealSorts.find((one) => one === by);
  return name && { sort: name, descending: way === 'down' };
}
