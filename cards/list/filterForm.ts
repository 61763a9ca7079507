import { formVersionOf } from '#cards/form/inputs.ts';
import { formatCountry, type Reader } from '#cards/format.ts';
import { say, type TextKey } from '#cards/say.ts';
import {
  type DealFilters,
  type DealList,
  type DealSort,
  dealSorts,
  type ListChoice,
  registrationStatuses,
  statusFilters,
} from '#domain/list/dealList.ts';
import { dealTypes } from '#domain/referral/dealType.ts';
import { readCountry } from '#domain/values/countries.ts';
import { isSearchable } from '#domain/values/searchable.ts';

/** What kind of deal it is, shortly. */
export const dealTypeTexts = {
  private: 'find.type.private',
  'co-sell': 'find.type.co-sell',
  p2p: 'find.type.p2p',
  assessment: 'find.type.assessment',
  'partner-led': 'find.type.partner-led',
} satisfies Record<string, TextKey>;

const problemTexts = {
  country: 'find.problem.country',
  short: 'find.problem.short',
  choice: 'find.problem.choice',
  long: 'find.problem.long',
} satisfies Record<string, TextKey>;

export const filterFields = [
  'sort',
  'country',
  'customer',
  'type',
  'solution',
  'status',
  'registration',
] as const;
export type FilterField = (typeof filterFields)[number];
export type FilterTyped = Partial<Record<FilterField, string>>;
export type FilterProblems = Partial<Record<FilterField, 'country' | 'short' | 'choice' | 'long'>>;

/** The choice of everything: an empty value is none in a card. */
export const NO_FILTER = 'any';

/** Longer than any name that is searched for. */
const MOST = 100;

/** The choices of a sort, in the order in which they are offered. */
export const sortChoices = [
  'created.down',
  'created.up',
  'name.up',
  'name.down',
  'customer.up',
  'customer.down',
  'status.up',
  'status.down',
] as const;

/** What a list's form asks: lists with an order or statuses of their own ask for less. */
export function fieldsOf(list: DealList): readonly FilterField[] {
  const own = list === 'expiring' || list === 'action' || list === 'unsynced' || list === 'reviews';
  const leaves: readonly FilterField[] = own ? ['sort', 'status'] : list === 'mine' ? ['status'] : [];
  return filterFields.filter((field) => !leaves.includes(field));
}

/** The form's values for a choice. */
export function typedOf(choice: ListChoice, reader: Reader): Record<FilterField, string> {
  const { filters, sort, descending } = choice;
  return {
    sort: `${sort}.${descending ? 'down' : 'up'}`,
    country: filters.country ? formatCountry(filters.country, reader) : '',
    customer: filters.customer ?? '',
    type: filters.type ?? NO_FILTER,
    solution: filters.solution ?? '',
    status: filters.status ?? NO_FILTER,
    registration: filters.registration ?? NO_FILTER,
  };
}

/** Reads the form of a list as it was sent (CR-15); the choice, or what is wrong at which field. */
export function parseFilters(
  sent: Readonly<Record<string, unknown>>,
  list: DealList,
): { ok: true; choice: ListChoice } | { ok: false; typed: FilterTyped; problems: FilterProblems } {
  const formVersion = formVersionOf(sent);
  const typed: FilterTyped = {};
  const problems: FilterProblems = {};
  for (const field of fieldsOf(list)) {
    const value = sent[`${field}.${formVersion}`] ?? sent[field] ?? '';
    if (typeof value === 'string') typed[field] = value.replace(/\s+/g, ' ').trim();
    else problems[field] = 'choice';
    if ((typed[field]?.length ?? 0) > MOST) problems[field] = 'long';
  }
  const one = <T extends string>(field: FilterField, choices: readonly T[]): T | undefined => {
    const value = typed[field];
    if (!value || value === NO_FILTER) return undefined;
    const found = choices.find((choice) => choice === value);
    if (!found) problems[field] ??= 'choice';
    return found;
  };
  const words = (field: 'customer' | 'solution'): string | undefined => {
    const text = typed[field];
    if (!text) return undefined;
    if (!isSearchable(text)) problems[field] ??= 'short';
    return text;
  };
  const country = typed.country ? readCountry(typed.country) : undefined;
  if (typed.country && !country) problems.country ??= 'country';
  const filters: DealFilters = {
    country,
    customer: words('customer'),
    type: one('type', dealTypes),
    solution: words('solution'),
    status: one('status', statusFilters),
    registration: one('registration', registrationStatuses),
  };
  const [by, way] = (one('sort', sortChoices) ?? 'created.down').split('.');
  const sort: DealSort = dealSorts.find((name) => name === by) ?? 'created';
  if (Object.keys(problems).length > 0) return { ok: false, typed, problems };
  return { ok: true, choice: { sort, descending: way === 'down', filters } };
}

/** The words of a problem, which stand at its field. */
export function filterProblemText(problem: NonNullable<FilterProblems[FilterField]>, reader: Reader): string {
  const values = { example: formatCountry('DE', reader), max: MOST };
  return say(reader.language, problemTexts[problem], values);
}
