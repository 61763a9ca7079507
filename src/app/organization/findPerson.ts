import { addressesOf } from '#app/contact/contactRecord.ts';
import { type Account, peopleAt, peopleNamed, personOfAccount } from '#app/contact/knownPeople.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { isOutsider } from './member.ts';

/** Somebody as meant: known to the bot, or known by address alone. */
export interface Someone {
  /** Lower case. */
  email: string;
  name?: string | undefined;
}

/** `unpicked`: a colleague of the directory whom the bot has never met, so that only the id is known. */
export type FoundPerson =
  | { kind: 'one'; someone: Someone }
  | { kind: 'many'; people: readonly { name: string; email: string }[] }
  | { kind: 'unknown' }
  | { kind: 'unpicked' }
  | { kind: 'outsider'; name: string };

const MOST_OFFERED = 8;
const address = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/;

/** Whether a text is an e-mail address, as far as that can be seen. */
function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/** The person whom a people picker posts; only people of the organization's tenants. */
export async function findPicked(
  deps: { store: DocumentStore },
  organization: Organization,
  account: Account,
): Promise<FoundPerson> {
  const known = await personOfAccount(deps, organization, account);
  const email = known && addressesOf(known.profile)[0];
  if (!known || !email) return { kind: 'unpicked' };
  const { name } = known.profile;
  return isOutsider(organization, known)
    ? { kind: 'outsider', name }
    : { kind: 'one', someone: { email, name } };
}

/** Who is meant by a name or an e-mail address; an address may be of somebody the bot has never met. */
export async function findTyped(
  deps: { store: DocumentStore },
  organization: Organization,
  text: string,
): Promise<FoundPerson> {
  const typed = text.trim().toLowerCase();
  if (isAddress(typed)) {
    const known = (await peopleAt(deps, organization, typed)).find((one) => !isOutsider(organization, one));
    return { kind: 'one', someone: { email: typed, name: known?.profile.name } };
  }
  const named = (await peopleNamed(deps, organization, text)).filter((one) => !isOutsider(organization, one));
  const people = named.flatMap(({ profile }) => {
    const [email] = addressesOf(profile);
    return email ? [{ name: profile.name, email }] : [];
  });
  const [first] = people;
  if (!first) return { kind: 'unknown' };
  if (people.length === 1) return { kind: 'one', someone: first };
  return { kind: 'many', people: people.slice(0, MOST_OFFERED) };
}
