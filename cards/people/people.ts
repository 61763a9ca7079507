import type { Referral } from '#domain/referral/referral.ts';

const MASK = '•••';
// With limits, because a text of ten thousand signs must not take seconds.
const anyEmail = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const anyPhone = /(?:\+|\b00)\d[\d\s()./-]{5,30}\d/g;

/** Takes the people out of a free text. */
export type Mask = (text: string) => string;

/**
 * Takes the people of a referral out of free texts, for where a whole team can read them: the names, numbers and
 * addresses that the referral knows, and whatever looks like an address or an international number. Notes are where
 * senders put them. Made once for all texts of a referral.
 */
export function maskOf(referral: Pick<Referral, 'customer' | 'team'>): Mask {
  const people = [...referral.customer.contacts, ...referral.team];
  const patterns = [
    anyEmail,
    anyOf(
      people.flatMap(({ email }) => (email ? [RegExp.escape(email)] : [])),
      'giu',
    ),
    // Phones before names, and in any spelling: separators are a matter of taste, and so is the country's code.
    anyOf(people.map(({ phone }) => phone?.replace(/\D/g, '') ?? '').flatMap(phonePattern), 'gu'),
    anyOf(people.map(({ name }) => name.trim()).flatMap(namePattern), 'giu'),
    // First and last names by themselves only as they are written: May is also a month, and Will a verb.
    anyOf(people.flatMap(({ name }) => partsOf(name)).flatMap(namePattern), 'gu'),
    anyPhone,
  ];
  return (text) =>
    patterns.reduce((masked, pattern) => (pattern ? masked.replace(pattern, MASK) : masked), text);
}

/**
 * The referral as a whole team may read it: every free text without people. Contacts and team stay in it, because
 * whether they are shown is decided by the audience; the customer's own name stays, because it says what this is about.
 */
export function withoutPeopleAnywhere(referral: Referral): Referral {
  const masked = maskOf(referral);
  const optional = (text: string | undefined) => (text === undefined ? undefined : masked(text));
  const { customer, sender, wanted } = referral;
  const closed =
    referral.stage === 'closed'
      ? { reasonText: optional(referral.reasonText), closingNotes: optional(referral.closingNotes) }
      : {};
  return {
    ...referral,
    ...closed,
    name: masked(referral.name),
    customer: { ...customer, city: optional(customer.city), state: optional(customer.state) },
    sender: sender && { ...sender, name: optional(sender.name) },
    senderNotes: optional(referral.senderNotes),
    notes: optional(referral.notes),
    crmId: optional(referral.crmId),
    campaignId: optional(referral.campaignId),
    assistance: optional(referral.assistance),
    wanted: {
      solutions: wanted.solutions.map(masked),
      products: wanted.products.map(masked),
      services: wanted.services.map(masked),
      industries: wanted.industries.map(masked),
    },
  };
}

const MOST_COUNTRY_CODE = 3;
const SHORTEST_NUMBER = 7;

function anyOf(patterns: readonly string[], flags: string): RegExp | undefined {
  const different = [...new Set(patterns)];
  return different.length > 0 ? new RegExp(different.join('|'), flags) : undefined;
}

function phonePattern(digits: string): string[] {
  if (digits.length < 5) return [];
  const between = '[\\s()./\\-]*';
  const national = digits.slice(-Math.max(SHORTEST_NUMBER, digits.length - MOST_COUNTRY_CODE));
  return [`\\+?\\(?(?:\\d${between}){0,6}${[...national].join(between)}\\)?`];
}

function partsOf(name: string): string[] {
  const parts = name.trim().split(/\s+/);
  return parts.length < 2 ? [] : parts.filter((part) => /^\p{Lu}[\p{L}’'-]+$/u.test(part));
}

function namePattern(name: string): string[] {
  if (name.length < 2) return [];
  const words = name.split(/\s+/).map((word) => RegExp.escape(word));
  const body = words.join('\\s+');
  // Chinese has no spaces to stand between a name and the next word.
  return [/\p{Script=Han}/u.test(name) ? body : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`];
}
