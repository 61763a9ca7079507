import type { RegistrationField, RegistrationForm } from '#domain/referral/registration.ts';
import { daysLater, type LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';

/** What somebody entered so far; a key that is absent was not asked for. */
export type RegistrationEntries = { [Key in keyof RegistrationForm]?: RegistrationForm[Key] | undefined } & {
  /** Our company's name and the solution stand in the customer's contract (CR-45). */
  confirmed?: boolean | undefined;
};

/** The inputs of the form in their order. */
export const registrationInputs = [
  'solution',
  'value',
  'solutionValue',
  'term',
  'signed',
  'start',
  'end',
  'marketplace',
  'marketplaceDate',
  'azure',
  'tenant',
  'pricing',
  'confirmed',
] as const;
export type RegistrationInput = (typeof registrationInputs)[number];

/** What can be wrong with an entry; each code has words of its own. */
export type RegistrationProblemCode =
  | 'registration-solution-missing'
  | 'registration-marketplace-missing'
  | 'registration-marketplace-date-missing'
  | 'registration-marketplace-date-unwanted'
  | 'registration-azure-missing'
  | 'registration-term-missing'
  | 'registration-value-missing'
  | 'registration-solution-value-missing'
  | 'registration-solution-value-high'
  | 'registration-signed-missing'
  | 'registration-signed-future'
  | 'registration-signed-before-creation'
  | 'registration-signed-before-invitation'
  | 'registration-signed-long-ago'
  | 'registration-start-missing'
  | 'registration-start-long-ago'
  | 'registration-end-missing'
  | 'registration-end-unwanted'
  | 'registration-end-early'
  | 'registration-tenant-missing'
  | 'registration-pricing-missing'
  | 'registration-unconfirmed';

export interface RegistrationProblem {
  input: RegistrationInput;
  code: RegistrationProblemCode;
  /** A day or a number of days, for the words. */
  day?: LocalDate | undefined;
  days?: number | undefined;
}

/** By what the entries are judged; days are those of whoever hands it in. */
export interface FormContext {
  today: LocalDate;
  /** When it was handed in first, by which the policy counts: a correction comes later and is no registration of its own. */
  registeredOn?: LocalDate | undefined;
  /** The day before which the contract can't be signed: the deal's creation, or Microsoft's invitation. */
  earliest: { day: LocalDate; by: 'creation' | 'invitation' };
  policy?: RegistrationPolicy | undefined;
}

/** What else may have to change with a field, so that it is opened where it then is wrong. */
const companions: Readonly<Partial<Record<RegistrationField, readonly RegistrationField[]>>> = {
  marketplace: ['marketplaceDate'],
  term: ['end'],
  start: ['end'],
  value: ['solutionValue'],
};

/** The inputs that somebody may answer: all at first; later those in question, and what hangs on them (CR-48). */
export function openInputs(asked: readonly RegistrationField[] | undefined): readonly RegistrationInput[] {
  if (!asked) return registrationInputs;
  const open = new Set<string>(asked.flatMap((field) => [field, ...(companions[field] ?? [])]));
  return registrationInputs.filter((input) => open.has(input));
}

/**
 * The form as it would be handed in: at first what was entered, later the former one with what was in question laid
 * over it; nothing else can be changed then. What a perpetual contract or no marketplace leaves without meaning goes
 * away by itself where it is not asked for.
 */
export function mergedEntries(
  entries: RegistrationEntries,
  former?: { form: RegistrationForm; asked: readonly RegistrationField[] },
): RegistrationEntries {
  if (!former) return entries;
  const open = openInputs(former.asked).filter((input) => input in entries);
  const merged: RegistrationEntries = {
    ...former.form,
    ...Object.fromEntries(open.map((input) => [input, entries[input]])),
    confirmed: true,
  };
  if (merged.term === 'perpetual' && !('end' in entries)) merged.end = undefined;
  if (merged.marketplace === false && !('marketplaceDate' in entries)) merged.marketplaceDate = undefined;
  return merged;
}

/** All that is wrong with a form at once, at most one problem an input (CR-45, CR-47, CR-49). */
export function registrationProblems(
  entries: RegistrationEntries,
  context: FormContext,
  open: readonly RegistrationInput[] = registrationInputs,
): RegistrationProblem[] {
  const found = { ...missing(entries), ...contradictions(entries), ...days(entries, context) };
  return open.flatMap((input) => {
    const problem = found[input];
    return problem ? [{ input, ...problem }] : [];
  });
}

/**
 * The days that a form begins with, which are for whoever hands it in to change: the contract was signed on the day the
 * deal was won, and starts then. What the rules would refuse is left open (CR-47, CR-49). `wonOn`: where that person is.
 */
export function usualDays(
  wonOn: LocalDate,
  context: FormContext,
): { signed?: LocalDate | undefined; start?: LocalDate | undefined } {
  const found = days({ signed: wonOn, start: wonOn }, context);
  return { signed: found.signed ? undefined : wonOn, start: found.start ? undefined : wonOn };
}

/** The entries as a form, where nothing is wrong with them. */
export function completeForm(entries: RegistrationEntries): RegistrationForm {
  const { confirmed: _, ...form } = entries;
  return form as RegistrationForm;
}

type Found = Partial<Record<RegistrationInput, Omit<RegistrationProblem, 'input'>>>;

const needed = {
  solution: 'registration-solution-missing',
  marketplace: 'registration-marketplace-missing',
  azure: 'registration-azure-missing',
  term: 'registration-term-missing',
  signed: 'registration-signed-missing',
  start: 'registration-start-missing',
  tenant: 'registration-tenant-missing',
  pricing: 'registration-pricing-missing',
} as const;

function missing(entries: RegistrationEntries): Found {
  const found: Found = {};
  for (const [input, code] of Object.entries(needed) as [keyof typeof needed, RegistrationProblemCode][]) {
    if (entries[input] === undefined) found[input] = { code };
  }
  if (!((entries.value?.amount ?? 0) > 0)) found.value = { code: 'registration-value-missing' };
  if (!((entries.solutionValue ?? 0) > 0))
    found.solutionValue = { code: 'registration-solution-value-missing' };
  if (entries.confirmed !== true) found.confirmed = { code: 'registration-unconfirmed' };
  return found;
}

function contradictions({
  marketplace,
  marketplaceDate,
  term,
  start,
  end,
  ...amounts
}: RegistrationEntries): Found {
  const found: Found = {};
  const { value, solutionValue = 0 } = amounts;
  if (value && value.amount > 0 && solutionValue > value.amount) {
    found.solutionValue = { code: 'registration-solution-value-high' };
  }
  if (marketplace === true && !marketplaceDate) {
    found.marketplaceDate = { code: 'registration-marketplace-date-missing' };
  }
  if (marketplace === false && marketplaceDate) {
    found.marketplaceDate = { code: 'registration-marketplace-date-unwanted' };
  }
  if (term === 'perpetual' && end) found.end = { code: 'registration-end-unwanted' };
  if (term === 'finite' && !end) found.end = { code: 'registration-end-missing' };
  if (term === 'finite' && start && end && end < start) {
    found.end = { code: 'registration-end-early', day: start };
  }
  return found;
}

function days({ signed, start }: RegistrationEntries, context: FormContext): Found {
  const { today, registeredOn = today, earliest, policy } = context;
  const found: Found = {};
  if (signed && policy && signed < daysLater(registeredOn, -policy.daysAfterSignature)) {
    found.signed = { code: 'registration-signed-long-ago', days: policy.daysAfterSignature };
  }
  if (signed && signed < earliest.day) {
    found.signed = { code: `registration-signed-before-${earliest.by}`, day: earliest.day };
  }
  if (signed && signed > today) found.signed = { code: 'registration-signed-future' };
  if (start && policy && start < daysLater(registeredOn, -policy.daysSinceStart)) {
    found.start = { code: 'registration-start-long-ago', days: policy.daysSinceStart };
  }
  return found;
}
