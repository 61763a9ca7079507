import { dealRegistrationTexts } from '#cards/deal/dealWords.ts';
import { formatDay, formatInstant, formatList, localDay, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal } from '#cards/outside.ts';
import { type Language, say, type TextKey } from '#cards/say.ts';
import {
  type RegistrationField,
  type RegistrationForm,
  type RegistrationStanding,
  type RegistrationState,
  registrationFields,
} from '#domain/referral/registration.ts';
import type { ConditionStanding } from '#domain/registration/registrationRules.ts';

/** What is asked in a registration. */
export const registrationFieldTexts = {
  solution: 'registration.field.solution',
  value: 'registration.field.value',
  solutionValue: 'registration.field.solutionValue',
  term: 'registration.field.term',
  signed: 'registration.field.signed',
  start: 'registration.field.start',
  end: 'registration.field.end',
  marketplace: 'registration.field.marketplace',
  marketplaceDate: 'registration.field.marketplaceDate',
  azure: 'registration.field.azure',
  tenant: 'registration.field.tenant',
  pricing: 'registration.field.pricing',
  confirmed: 'registration.field.confirmed',
  currency: 'registration.field.currency',
} satisfies Record<string, TextKey>;

/** What is chosen in a registration. */
export const registrationChoiceTexts = {
  yes: 'registration.choice.yes',
  no: 'registration.choice.no',
  perpetual: 'registration.choice.perpetual',
  finite: 'registration.choice.finite',
  customer: 'registration.choice.customer',
  partner: 'registration.choice.partner',
  'pay-as-you-go': 'registration.choice.pay-as-you-go',
  other: 'registration.choice.other',
} satisfies Record<string, TextKey>;

const microsoftTexts = {
  undecided: 'registration.condition.undecided',
  declined: 'registration.condition.declined',
  expired: 'registration.condition.expired',
  withdrawn: 'registration.condition.withdrawn',
  lost: 'registration.condition.lost',
} satisfies Record<string, TextKey>;

/** Where a registration stands, in one word or two (CR-48). */
export function registrationStateText(state: RegistrationState, language: Language): string {
  const plain = state.replace('-', '') as 'pending' | 'reviewpending' | 'actionrequired';
  return say(language, dealRegistrationTexts[plain]);
}

/** The same with how it ended. */
export function registrationStandingText(
  { state, outcome }: Pick<RegistrationStanding, 'state' | 'outcome'>,
  language: Language,
): string {
  if (!outcome) return registrationStateText(state, language);
  return say(language, 'registration.card.closed', { outcome: registrationStateText(outcome, language) });
}

/** The names of fields that have to be put right. */
export function fieldNames(fields: readonly RegistrationField[], reader: Reader): string {
  const names = registrationFields.filter((field) => fields.includes(field));
  return formatList(
    names.map((field) => say(reader.language, registrationFieldTexts[field])),
    reader,
  );
}

/** A form as rows of what it is about and what was entered; what is not there is left out. */
export function registrationRows(
  form: RegistrationForm,
  reader: Reader,
): { field: RegistrationField | 'solution'; label: string; text: string }[] {
  const { language } = reader;
  const choice = (value: 'yes' | 'no' | RegistrationForm['term' | 'tenant' | 'pricing']) =>
    say(language, registrationChoiceTexts[value]);
  const money = (amount: number) => formatMoney({ ...form.value, amount }, reader);
  const day = (date: string | undefined) => (date ? formatDay(date, reader) : '');
  const texts = {
    solution: clip(literal(form.solution.name), 100),
    value: money(form.value.amount),
    solutionValue: money(form.solutionValue),
    term: choice(form.term),
    signed: day(form.signed),
    start: day(form.start),
    end: day(form.end),
    marketplace: choice(form.marketplace ? 'yes' : 'no'),
    marketplaceDate: day(form.marketplaceDate),
    azure: choice(form.azure ? 'yes' : 'no'),
    tenant: choice(form.tenant),
    pricing: choice(form.pricing),
  };
  return (Object.keys(texts) as (keyof typeof texts)[])
    .filter((field) => texts[field] !== '')
    .map((field) => ({ field, label: say(language, registrationFieldTexts[field]), text: texts[field] }));
}

/** One condition in words, with its date where that is known (CR-44, CR-49). */
export function conditionText(one: ConditionStanding, reader: Reader): string {
  const { language } = reader;
  const { since } = one;
  const date = since ? formatDay(localDay(since, reader), reader) : '';
  switch (one.condition) {
    case 'invited':
      if (!one.met) return say(language, 'registration.condition.notInvited');
      return date
        ? say(language, 'registration.condition.invitedSince', { date })
        : say(language, 'registration.condition.invited');
    case 'accepted':
      if (one.met === undefined) return say(language, 'registration.condition.acceptedUnknown');
      if (!one.met) return microsoftText(one, language);
      return date
        ? say(language, 'registration.condition.acceptedSince', { date })
        : say(language, 'registration.condition.accepted');
    case 'solution': {
      const names = (one.solutions ?? []).slice(0, 3).map(({ name }) => clip(literal(name), 60));
      if (names.length === 0) return say(language, 'registration.condition.noSolution');
      return say(language, 'registration.condition.solution', { solutions: formatList(names, reader) });
    }
    case 'value': {
      const amount = formatMoney({ amount: one.threshold ?? 0, currency: 'USD' }, reader);
      return say(language, 'registration.condition.value', { amount });
    }
    case 'hours': {
      const time = formatInstant(since ?? '', reader);
      return say(language, 'registration.condition.hours', { hours: one.threshold ?? 0, time });
    }
    case 'account':
      return say(
        language,
        one.met ? 'registration.condition.account' : 'registration.condition.accountUnknown',
      );
    default:
      return one.condition satisfies never;
  }
}

function microsoftText({ microsoft }: ConditionStanding, language: Language): string {
  switch (microsoft) {
    case 'undecided':
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'lost':
      return say(language, microsoftTexts[microsoft]);
    case 'not-invited':
    case undefined:
      return say(language, 'registration.condition.notAccepted');
    default:
      return say(language, 'registration.condition.over');
  }
}
