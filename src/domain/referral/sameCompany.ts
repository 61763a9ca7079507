import type { Customer } from './referral.ts';

type Company = Pick<Customer, 'name' | 'city' | 'country' | 'duns'>;

/** Whether two entries are one company (CR-18): name and place tell; a number alone does not, because some share one. */
export function isSameCompany(one: Company, other: Company): boolean {
  if (one.duns && other.duns && one.duns !== other.duns) return false;
  return one.name === other.name && one.city === other.city && one.country === other.country;
}
