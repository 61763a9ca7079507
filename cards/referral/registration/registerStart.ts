import { formatAmount } from '#cards/money/formatMoney.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import type { RegistrationForm } from '#domain/referral/registration.ts';
import { registrationInputs } from '#domain/registration/registrationForm.ts';
import { eligibleSolutions } from '#domain/registration/registrationRules.ts';

/** What the fields of the form are called where it is read. */
export const registerFields = [...registrationInputs, 'currency'] as const;
export type RegisterField = (typeof registerFields)[number];

/** What stands in the form at first: the former one, or what the deal says; the days are those that are usual. */
export function startOf(
  view: ReferralCardView,
  former: RegistrationForm | undefined,
): Record<RegisterField, string> {
  const { referral } = view;
  const only = onlySolution(referral);
  const usual = view.form?.kind === 'register' ? view.form.usual : undefined;
  const yes = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');
  const value = former?.value ?? referral.value;
  // What is sold alone is worth all of it.
  const whole = only && referral.solutions?.length === 1 ? referral.value?.amount : undefined;
  const solutionValue = former?.solutionValue ?? whole;
  return {
    solution: former?.solution.id ?? only?.id ?? '',
    value: value ? formatAmount(value.amount, view) : '',
    currency: value?.currency ?? '',
    solutionValue: solutionValue === undefined ? '' : formatAmount(solutionValue, view),
    term: former?.term ?? '',
    signed: former?.signed ?? usual?.signed ?? '',
    start: former?.start ?? usual?.start ?? '',
    end: former?.end ?? '',
    marketplace: yes(former?.marketplace),
    marketplaceDate: former?.marketplaceDate ?? '',
    azure: yes(former?.azure),
    tenant: former?.tenant ?? '',
    pricing: former?.pricing ?? '',
    confirmed: 'false',
  };
}

/** The one solution that can be registered; undefined where there is a choice. */
export function onlySolution(referral: Referral): Solution | undefined {
  const [only, ...others] = eligibleSolutions(referral);
  return others.length === 0 ? only : undefined;
}
