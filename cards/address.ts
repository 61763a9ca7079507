import type { Customer } from '#domain/referral/referral.ts';

type Place = Pick<Customer, 'city' | 'country'> & Partial<Customer>;

// Where the postal code stands after the city.
const cityFirst = new Set(['US', 'CA', 'AU', 'NZ', 'GB', 'IE', 'IN', 'SG', 'HK', 'ZA', 'JP', 'KR']);

/** Street, city, state and postal code in the order of the country, which itself is not among them. */
export function addressParts({ addressLines = [], city, state, postalCode, country }: Place): string[] {
  const together = (...parts: (string | undefined)[]) => parts.filter((part) => part?.trim()).join(' ');
  const place = cityFirst.has(country ?? '')
    ? [city, together(state, postalCode)]
    : [together(postalCode, city), state];
  return [...addressLines, ...place].map((part) => part?.trim() ?? '').filter((part) => part !== '');
}
