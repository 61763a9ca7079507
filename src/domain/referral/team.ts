import type { Contact } from './referral.ts';

/** Whether two contacts are one person: the same e-mail, whatever its case. */
export function sameAddress(one: Contact, other: Contact): boolean {
  return one.email !== undefined && one.email.toLowerCase() === other.email?.toLowerCase();
}

/** What tells the people of one team apart: the e-mail in lower case, or the name of one who has none. */
export function contactKey({ name, email }: Contact): string {
  return email?.trim().toLowerCase() || `name:${name.trim()}`;
}

/** Whether a contact has name, e-mail and phone: at least one of a team must (CR-22). */
export function isComplete({ name, email, phone }: Contact): boolean {
  return [name, email, phone].every((part) => Boolean(part?.trim()));
}

/** The one in the team who has the deal in hand, once it was handed over. */
export function holderOf({
  team,
  holder,
}: {
  team: readonly Contact[];
  holder?: string | undefined;
}): Contact | undefined {
  return holder ? team.find(({ email }) => email?.toLowerCase() === holder) : undefined;
}
