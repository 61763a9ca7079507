import type { DraftFormContext, DraftProblems, DraftTyped } from '#cards/draft/view.ts';
import { isPhone } from '#cards/people/phone.ts';
import { isEmail } from '#cards/people/team.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { contactFields, contactStart, keyOf, NOBODY } from './contactPart.ts';

/** The customer's contact as it was sent. */
export interface ContactAnswer {
  changes: Pick<DealEntries, 'customerContact' | 'consent'>;
  problems: DraftProblems;
  /** The tick was for somebody else, and does not go back into the form (CR-20). */
  stale: boolean;
}

const MOST = 250;

/**
 * Reads the customer's contact (CR-19) and the consent to share it (CR-20): all of it or nothing. `needed`: help is
 * asked of Microsoft. A consent that was given for somebody else does not count for a new contact. `other`: another
 * customer was chosen, whose people are others. `alone`: a contact is needed although nothing is shared.
 */
export function readContactPart(
  typed: DraftTyped,
  context: DraftFormContext,
  { needed, other, alone = false }: { needed: boolean; other: boolean; alone?: boolean },
): ContactAnswer {
  const { draft } = context;
  const problems: DraftProblems = {};
  const start = contactStart(draft.customerContact);
  const sent = contactFields.some((field) => typed[field] !== undefined);
  const untouched = contactFields.every((field) => (typed[field] ?? start[field]) === start[field]);
  const known = knownOf(typed, context, problems);
  // What came with an older deal may lack a part; that matters when it is shared.
  const kept = untouched && !needed && !alone ? draft.customerContact : undefined;
  const read = (untouched && known) || kept || contactOf(typed, context, problems);
  const contact = other && untouched && !known ? undefined : read;
  const changed = contact !== undefined && keyOf(contact) !== keyOf(draft.customerContact ?? { name: '' });
  // The box was ticked for the person before: it counts for this one if it was empty, and ticked now.
  const stale = (changed || contact === undefined) && draft.consent === true;
  const ticked = typed.consent === undefined ? draft.consent === true : typed.consent === 'true';
  const consent = ticked && !stale && contact !== undefined;
  const wrong = Object.keys(problems).length > 0;
  if (needed && !wrong) {
    if (!contact) {
      problems.customerContact = { code: 'contact-needed' };
      if (!consent && !ticked) problems.consent = { code: 'consent-missing' };
    } else if (!consent) problems.consent = { code: stale ? 'consent-again' : 'consent-missing' };
  }
  if (alone && !needed && !wrong && !contact) problems.customerContact = { code: 'assessment-contact' };
  if (wrong || (!sent && !known && !other)) return { changes: consentOf(typed, consent), problems, stale };
  return { changes: { customerContact: contact, consent: contact ? consent : false }, problems, stale };
}

function consentOf(typed: DraftTyped, consent: boolean): Pick<DealEntries, 'consent'> {
  return typed.consent === undefined ? {} : { consent };
}

function knownOf(typed: DraftTyped, context: DraftFormContext, problems: DraftProblems): Contact | undefined {
  if (!typed.knownContact || typed.knownContact === NOBODY) return undefined;
  const known = context.recentCustomerContacts.find((contact) => keyOf(contact) === typed.knownContact);
  if (!known) problems.knownContact = { code: 'choose-again' };
  return known;
}

function contactOf(
  typed: DraftTyped,
  { draft }: DraftFormContext,
  problems: DraftProblems,
): Contact | undefined {
  const start = contactStart(draft.customerContact);
  const [name, email, phone] = contactFields.map((field) => typed[field] ?? start[field]) as [
    string,
    string,
    string,
  ];
  if (!name && !email && !phone) return undefined;
  if (!name) problems.contactName = { code: 'contact-name-missing' };
  else if (name.length > MOST) problems.contactName = tooLong(name);
  if (!email) problems.contactEmail = { code: 'contact-email-missing' };
  else if (!isEmail(email)) problems.contactEmail = { code: 'email-invalid' };
  if (!phone) problems.contactPhone = { code: 'contact-phone-missing' };
  else if (!isPhone(phone)) problems.contactPhone = { code: 'phone-invalid' };
  const title = email === start.contactEmail ? draft.customerContact?.title : undefined;
  return { name: name.replace(/\s+/g, ' '), email, phone, ...(title && { title }) };
}

function tooLong(text: string) {
  return { code: 'text-too-long', values: { length: text.length, max: MOST } } as const;
}
