import {
  type CustomerChoice,
  type DraftFormContext,
  type DraftProblems,
  type DraftTyped,
  draftFields,
  type ParsedDraft,
} from '#cards/draft/view.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { formatCountry } from '#cards/format.ts';
import { assessmentNeeds } from '#domain/draft/dealProblems.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import type { Customer } from '#domain/referral/referral.ts';
import { isSameCompany } from '#domain/referral/sameCompany.ts';
import { countryOfCity } from '#domain/values/cities.ts';
import { readCountry } from '#domain/values/countries.ts';
import { isDuns } from '#domain/values/duns.ts';
import { readContactPart } from './contactAnswer.ts';
import { searchMark } from './customerStep.ts';
import { type HandField, handFields, handParts, partsOf } from './handParts.ts';

const MOST = 250;

/**
 * Reads the customer's form (CR-18). What somebody did on this showing goes before what stood there: a choice, then a
 * text to look for, then what was typed by hand.
 */
export function parseCustomer(sent: unknown, context: DraftFormContext): ParsedDraft {
  const { typed, problems, data } = readInputs(sent, draftFields.customer);
  const found: DraftProblems = problems;
  const write = typed.write ?? '';
  const place = typed.place ?? '';
  const chosen = typed.customer || undefined;
  const asked = data.asked === searchMark(write, place);
  let customer: Customer | undefined;
  let picked: ParsedDraft['picked'] = {};
  let looksFor = false;
  if (chosen) {
    if (!context.lookedUp) picked = { customerId: chosen };
    else if (context.lookedUp.customer?.id === chosen) customer = customerOf(context.lookedUp.customer);
    else found.customer = { code: 'customer-unknown' };
  } else if (write && !asked) {
    looksFor = true;
    picked = { searchCustomer: [write, place].filter(Boolean).join(', ') };
  } else if (data.hand === true || handFields.some((field) => typed[field])) {
    customer = readHand(typed, context, found);
  } else if (data.asked !== undefined || !context.draft.customer) {
    found.customer ??= { code: data.asked === undefined ? 'customer-missing' : 'customer-choose' };
  }
  const present = context.draft.customer;
  const contact = readContactPart(typed, context, {
    needed: false,
    alone: assessmentNeeds(context.draft, context.options),
    other: customer !== undefined && !(present && isSameCompany(customer, present)),
  });
  const changes: DealEntries = { ...contact.changes, ...(customer && { customer }) };
  // What is wrong with the contact is said when the customer is settled.
  if (looksFor) return { ok: true, changes, picked, typed };
  Object.assign(found, contact.problems);
  if (contact.stale) typed.consent = 'false';
  if (Object.keys(found).length === 0) return { ok: true, changes, picked, typed };
  return { ok: false, problems: found, typed, changes, picked };
}

/** The customer as the directory has it. */
export function customerOf(choice: CustomerChoice): Customer {
  const { id: _, ...entity } = choice;
  return { ...entity, contacts: [] };
}

/** What is known of the form when a customer is read by hand. */
type HandContext = Pick<DraftFormContext, 'draft' | 'language' | 'locale'>;

/**
 * A customer who is typed in by hand, and marked so: name, city and country are needed. All of it may stand in one
 * field, and a country that follows from the city need not be written. What is wrong goes into `problems`.
 */
export function readHand(
  sent: DraftTyped,
  context: HandContext,
  problems: DraftProblems,
): Customer | undefined {
  const typed = { ...sent, ...spread(sent) };
  const text = (field: HandField) => (typed[field] ?? '').replace(/\s+/g, ' ');
  const required = {
    handName: 'customer-name-missing',
    city: 'city-missing',
    country: 'country-missing',
  } as const;
  for (const [field, code] of Object.entries(required) as [
    keyof typeof required,
    (typeof required)['city'],
  ][]) {
    if (!/[\p{L}\p{N}]/u.test(text(field))) problems[field] ??= { code };
  }
  for (const field of handFields) {
    const { length } = text(field);
    if (length > MOST) problems[field] = { code: 'text-too-long', values: { length, max: MOST } };
  }
  const country = text('country')
    ? countryOf(text('country'), context)
    : countryOfCity(text('city'), text('state'));
  if (country) delete problems.country;
  else problems.country ??= { code: 'country-unknown' };
  const duns = text('duns').replace(/[\s.-]/g, '');
  if (duns && !isDuns(duns)) problems.duns ??= { code: 'duns-invalid' };
  if (handFields.some((field) => problems[field])) return undefined;
  const { customer } = context.draft;
  return {
    name: text('handName'),
    addressLines: text('address') ? [text('address')] : [],
    city: text('city'),
    state: text('state') || undefined,
    postalCode: text('postalCode') || undefined,
    country,
    duns: duns || undefined,
    byHand: true,
    contacts: customer?.byHand ? customer.contacts : [],
  };
}

/** What stands in one field and belongs into several: `Zephyr Dynamics, Oslo`, or `5 Storgata, Oslo, Norway`. */
function spread({ handName = '', address = '', city = '', country = '' }: DraftTyped): DraftTyped {
  if (city || country) return {};
  const whole = partsOf(handName).length > 1 ? handName : [handName, address].filter(Boolean).join(', ');
  const { handName: name, ...parts } = handParts(whole);
  const found = Object.entries(parts).filter(([, text]) => text !== '');
  return parts.city === '' ? {} : { ...(name && { handName: name }), ...Object.fromEntries(found) };
}

function countryOf(text: string, context: HandContext): string | undefined {
  const known = context.draft.customer?.country;
  // The form's own word for it, whatever the reader's country calls it.
  if (known && text === formatCountry(known, context)) return known;
  return readCountry(text);
}
