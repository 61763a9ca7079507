import { addressParts } from '#cards/address.ts';
import type { CustomerChoice } from '#cards/draft/view.ts';
import { formatCountry, type Reader } from '#cards/format.ts';
import { clip } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { Customer } from '#domain/referral/referral.ts';

type Entity = Pick<Customer, 'name' | 'city' | 'country'> & Partial<Customer & CustomerChoice>;

/** `Contoso Ltd, Seattle`: enough where the customer has been chosen. */
export function customerName({ name, city = '' }: Entity): string {
  return joined([clip(name, 120), clip(city, 80)]);
}

/** Street, place and country on one line. */
export function customerAddress(customer: Entity, reader: Reader): string {
  const { country } = customer;
  const parts = [...addressParts(customer), country ? formatCountry(country, reader) : ''];
  return joined(parts.map((part) => clip(part, 80)));
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

/** An address keeps its commas in every language: it is not ours. */
function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}
