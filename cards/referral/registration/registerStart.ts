import { formatAmount } from '#cards/money/formatMoney.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import type { RegistrationForm } from '#domain/referral/registration.ts';
import { registrationInputs } from '#domain/registration/registrationForm.ts';
import { eligibleSolutions } from '#domain/registration/registrationRules.ts';

/** What the fields of the form are called where it is read. */
export const registerFields = [...registrationInputs, 'currency'] as const;
export type RegisterField = (typeof registerFields)[number];

/** What stands in the form at first: the former one, or what the deal says. */
export function startOf(
  view: ReferralCardView,
  former: RegistrationForm | undefined,
): Record<RegisterField, string> {
  const { referral } = view;
  const [only, ...others] = eligibleSolutions(referral);
  const yes = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');
  const value = former?.value ?? referral.value;
  return {
    solution: former?.solution.id ?? (others.length === 0 ? (only?.id ?? '') : ''),
    value: value ? formatAmount(value.amount, view) : '',
    currency: value?.currency ?? '',
    solutionValue: former ? formatAmount(former.solutionValue, view) : '',
    term: former?.term ?? '',
    signed: former?.signed ?? '',
    start: former?.start ?? '',
    end: former?.end ?? '',
    marketplace: yes(former?.marketplace),
    marketplaceDate: former?.marketplaceDate ?? '',
    azure: yes(former?.azure),
    tenant: former?.tenant ?? '',
    pricing: former?.pricing ?? '',
    confirmed: 'false',
  };
}
