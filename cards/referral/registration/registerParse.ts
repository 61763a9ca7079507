import { readDay } from '#cards/form/day.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { formatDay, type Reader } from '#cards/format.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { readMoneyInputs } from '#cards/money/money.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { askedFields } from '#domain/registration/decideRegistration.ts';
import {
  type FormContext,
  mergedEntries,
  openInputs,
  type RegistrationEntries,
  type RegistrationInput,
  registrationProblems,
} from '#domain/registration/registrationForm.ts';
import { eligibleSolutions } from '#domain/registration/registrationRules.ts';
import { onlySolution, registerFields } from './registerStart.ts';

/** Who sent the form, about what, and by what it is judged. */
export interface RegisterContext {
  reader: Reader;
  referral: Referral;
  context: FormContext;
}

export type ParsedRegistration =
  | { ok: true; entries: RegistrationEntries }
  | { ok: false; typed: Record<string, string>; problems: Record<string, FieldProblem> };

/**
 * Reads the form of a registration (CR-47): every problem at once, each at its field, and what was typed is kept. Of a
 * registration that was handed back it reads only what is in question (CR-48). Never throws.
 */
export function parseRegistration(
  sent: unknown,
  { reader, referral, context }: RegisterContext,
): ParsedRegistration {
  const { typed: all, problems: unread, data } = readInputs(sent, registerFields);
  const asked = askedFields(referral);
  const former = referral.registrationFiling?.form;
  const shown = Array.isArray(data.shown) ? data.shown : [];
  // A client may leave out an input that is empty: what was in question or shown was answered in any case.
  const answered = openInputs(asked).filter(
    (input) =>
      !asked || asked.some((field) => field === input) || all[input] !== undefined || shown.includes(input),
  );
  const typed = Object.fromEntries(
    Object.entries(all).filter(
      ([field]) => field === 'currency' || answered.some((input) => input === field),
    ),
  );
  const reading = readEntries(typed, answered, data.locale, { reader, referral, context });
  const problems: Record<string, FieldProblem> = { ...reading.problems, ...unread };
  const { entries } = reading;
  const merged = former && asked ? mergedEntries(entries, { form: former, asked }) : entries;
  for (const { input, code, day, days } of registrationProblems(merged, context, openInputs(asked))) {
    const values = { ...(day && { date: formatDay(day, reader) }), ...(days !== undefined && { days }) };
    problems[input] ??= { code, values };
  }
  if (Object.keys(problems).length === 0) return { ok: true, entries };
  return { ok: false, typed, problems };
}

function readEntries(
  typed: Record<string, string>,
  answered: readonly RegistrationInput[],
  locale: unknown,
  { reader, referral }: RegisterContext,
): { entries: RegistrationEntries; problems: Record<string, FieldProblem> } {
  const problems: Record<string, FieldProblem> = {};
  const former = referral.registrationFiling?.form;
  const currency = former?.value.currency ?? typed.currency ?? '';
  const amount = (field: 'value' | 'solutionValue') => {
    if (!typed[field]) return undefined;
    const known = field === 'value' ? (former?.value ?? referral.value) : undefined;
    const inputs = { value: typed[field], currency, formLocale: locale, known };
    const { money, problems: found } = readMoneyInputs(inputs, reader);
    if (found.currency && field === 'value') problems.currency = found.currency;
    if (found.value && found.value.code !== 'value-zero') problems[field] = found.value;
    // What was understood goes back as its reader writes it.
    else if (money.amount > 0) typed[field] = formatAmount(money.amount, reader);
    return found.value ? undefined : money;
  };
  const day = (field: 'signed' | 'start' | 'end' | 'marketplaceDate') => {
    const read = readDay(typed[field] ?? '');
    if (read === 'unreadable') problems[field] = { code: 'registration-date-unreadable' };
    return read === 'unreadable' ? undefined : read;
  };
  const one = <T extends string>(field: RegistrationInput, choices: readonly T[]): T | undefined => {
    const found = choices.find((choice) => choice === typed[field]);
    if (typed[field] && !found) problems[field] = { code: 'registration-choice-unknown' };
    return found;
  };
  const yes = (field: 'marketplace' | 'azure') => {
    const said = one(field, ['yes', 'no']);
    return said && said === 'yes';
  };
  const readers: { [Input in RegistrationInput]: () => RegistrationEntries[Input] } = {
    solution: () => {
      // Where there is no choice the form has none.
      const chosen =
        typed.solution === undefined
          ? onlySolution(referral)
          : eligibleSolutions(referral).find(({ id }) => id === typed.solution);
      return chosen && { id: chosen.id, name: chosen.name, ipCosell: chosen.ipCosell === true };
    },
    value: () => amount('value'),
    solutionValue: () => amount('solutionValue')?.amount,
    term: () => one('term', ['perpetual', 'finite']),
    signed: () => day('signed'),
    start: () => day('start'),
    end: () => day('end'),
    marketplace: () => yes('marketplace'),
    marketplaceDate: () => day('marketplaceDate'),
    azure: () => yes('azure'),
    tenant: () => one('tenant', ['customer', 'partner']),
    pricing: () => one('pricing', ['pay-as-you-go', 'other']),
    confirmed: () => typed.confirmed === 'true',
  };
  const entries: RegistrationEntries = Object.fromEntries(answered.map((input) => [input, readers[input]()]));
  return { entries, problems };
}
