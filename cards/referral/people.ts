import type { Referral } from '../../src/domain/referral.ts';

const MASK = '•••';
// With limits, because a text of ten thousand signs must not take seconds.
const anyEmail = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const anyPhone = /(?:\+|\b00)\d[\d\s()./-]{5,30}\d/g;

/**
 * A free text without the people in it, for where a whole team can read it: the names, numbers and addresses that the
 * referral knows, and whatever looks like an address or an international number. Notes are where senders put them.
 */
export function withoutPeople(text: string, referral: Pick<Referral, 'customer' | 'team'>): string {
  let masked = text.replace(anyEmail, MASK);
  for (const { name, phone, email } of [...referral.customer.contacts, ...referral.team]) {
    if (email) masked = masked.replaceAll(email, MASK);
    const digits = phone?.replace(/\D/g, '') ?? '';
    // Phone before name, and in any spelling: separators are a matter of taste.
    if (digits.length >= 5)
      masked = masked.replace(new RegExp(`\\+?\\(?${[...digits].join('[\\s()./-]*')}`, 'g'), MASK);
    if (name.trim().length >= 2) masked = masked.replace(nameIn(name), MASK);
  }
  return masked.replace(anyPhone, MASK);
}

/**
 * The referral as a whole team may read it: every free text without people. Contacts and team stay in it, because
 * whether they are shown is decided by the audience; the customer's own name stays, because it says what this is about.
 */
export function withoutPeopleAnywhere(referral: Referral): Referral {
  const masked = (text: string) => withoutPeople(text, referral);
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

function nameIn(name: string): RegExp {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => RegExp.escape(word));
  const body = words.join('\\s+');
  // Chinese has no spaces to stand between a name and the next word.
  if (/\p{Script=Han}/u.test(name)) return new RegExp(body, 'giu');
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu');
}
