import { formatCountry, type Reader } from '#cards/format.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealList, ListChoice, Worth } from '#domain/list/dealList.ts';

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
  worth: 'find.problem.worth',
  day: 'find.problem.day',
} satisfies Record<string, TextKey>;
export type FilterProblem = keyof typeof problemTexts;

/**
 * The inputs of the form, row by row: what belongs together stands beside each other. `about` asks for words, as the field
 * that searches is called.
 */
export const filterRows = [
  ['sort'],
  ['about'],
  ['status', 'stage'],
  ['over', 'under'],
  ['closingFrom', 'closingTo'],
  ['customer', 'partner'],
  ['type', 'registration'],
  ['country', 'solution'],
] as const;
export type FilterField = (typeof filterRows)[number][number];
export type FilterTyped = Partial<Record<FilterField, string>>;
export type FilterProblems = Partial<Record<FilterField, FilterProblem>>;

/** The choice of everything: an empty value is none in a card. */
export const NO_FILTER = 'any';

/** Longer than any name that is searched for. */
export const MOST_TYPED = 100;

/** The choices of a sort, in the order in which they are offered. */
export const sortChoices = [
  'due.up',
  'due.down',
  'created.down',
  'created.up',
  'name.up',
  'name.down',
  'customer.up',
  'customer.down',
  'status.up',
  'status.down',
] as const;

/** What a list's form asks: lists with an order, statuses or stages of their own ask for less. */
export function fieldsOf(list: DealList): readonly FilterField[] {
  const leaves: Partial<Record<DealList, readonly FilterField[]>> = {
    expiring: ['sort', 'status', 'stage', 'registration'],
    action: ['sort', 'status'],
    unsynced: ['sort', 'status'],
    reviews: ['sort', 'status'],
    closed: ['stage'],
  };
  return filterRows.flat().filter((field) => !leaves[list]?.includes(field));
}

/** The form's values for a choice. */
export function typedOf(choice: ListChoice, reader: Reader): Record<FilterField, string> {
  const { filters, sort, descending } = choice;
  return {
    sort: `${sort}.${descending ? 'down' : 'up'}`,
    about: filters.words ?? '',
    status: filters.status ?? NO_FILTER,
    stage: filters.stage === undefined ? NO_FILTER : String(filters.stage),
    over: typedWorth(filters.over, reader),
    under: typedWorth(filters.under, reader),
    closingFrom: filters.closingFrom ?? '',
    closingTo: filters.closingTo ?? '',
    customer: filters.customer ?? '',
    partner: filters.partner ?? '',
    type: filters.type ?? NO_FILTER,
    registration: filters.registration ?? NO_FILTER,
    country: filters.country ? formatCountry(filters.country, reader) : '',
    solution: filters.solution ?? '',
  };
}

/** An amount as it is read back: a sign such as that of the dollar would stand for several currencies. */
function typedWorth(worth: Worth | undefined, reader: Reader): string {
  return worth ? `${formatAmount(worth.amount, reader)} ${worth.currency ?? ''}`.trim() : '';
}

/** The words of a problem, which stand at its field. */
export function filterProblemText(problem: FilterProblem, reader: Reader): string {
  const examples: Partial<Record<FilterProblem, string>> = {
    worth: formatAmount(50_000, reader),
    day: '2026-12-31',
  };
  const values = { example: examples[problem] ?? formatCountry('DE', reader), max: MOST_TYPED };
  return say(reader.language, problemTexts[problem], values);
}
