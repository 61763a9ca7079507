import type { Customer } from '../../src/domain/referral.ts';
import { formatCountry, formatList, type Reader } from '../format.ts';
import { clip } from '../outside.ts';
import { say } from '../say.ts';
import type { CustomerChoice } from './view.ts';

type Entity = Pick<Customer, 'name' | 'city' | 'country'> & Partial<Customer & CustomerChoice>;

// Where the postal code stands after the city.
const cityFirst = new Set(['US', 'CA', 'AU', 'NZ', 'GB', 'IE', 'IN', 'SG', 'HK', 'ZA', 'JP', 'KR']);

/** `Contoso Ltd, Seattle`: enough where the customer has been chosen. */
export function customerName(customer: Entity, reader: Reader): string {
  return formatList(
    [customer.name, customer.city ?? ''].map((part) => clip(part.trim(), 120)).filter((part) => part !== ''),
    reader,
  );
}

/** Street, place and country on one line. */
export function customerAddress(customer: Entity, reader: Reader): string {
  const after = cityFirst.has(customer.country ?? '');
  const place = after
    ? [customer.city ?? '', [customer.state, customer.postalCode].filter(Boolean).join(' ')]
    : [[customer.postalCode, customer.city].filter(Boolean).join(' '), customer.state ?? ''];
  const parts = [
    ...(customer.addressLines ?? []),
    ...place,
    customer.country ? formatCountry(customer.country, reader) : '',
  ];
  return formatList(
    parts.map((part) => clip(part.trim(), 80)).filter((part) => part !== ''),
    reader,
  );
}

/** The D-U-N-S number, in digits that can be copied. */
export function dunsText(duns: string | undefined, reader: Reader): string {
  return duns ? say(reader.language, 'draft.customer.duns', { number: clip(duns, 20) }) : '';
}

/** Tells apart entities of one name: address and D-U-N-S number (CR-18). */
export function entityText(customer: Entity, reader: Reader): string {
  const address = clip(customerAddress(customer, reader), 140);
  const parts = [clip(customer.name, 80), address, dunsText(customer.duns, reader)];
  return parts.filter((part) => part !== '').join(' · ');
}
