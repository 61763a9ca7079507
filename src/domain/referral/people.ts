import type { Contact } from './referral.ts';
import { contactKey } from './team.ts';

/** People who are named by reference, so that a person can be erased without breaking history. */
export type People = Readonly<Record<string, Contact>>;

/** Who does not find a place any more is nobody in particular: a record must stay small. */
const MOST_NAMED = 150;
const NOBODY = 'p0';
const LONGEST_NAME = 60;

/** The reference of a person; somebody who was not named yet gets a new one, which is put into `people`. */
export function referenceOf(people: Record<string, Contact>, contact: Contact): string {
  const known = Object.entries(people).find(([, one]) => !isErased(one) && isOne(one, contact));
  if (known) return known[0];
  // An erased one keeps its place, so that no reference is ever given twice.
  const count = Object.keys(people).length;
  if (count >= MOST_NAMED) return NOBODY;
  const ref = `p${count + 1}`;
  people[ref] = { name: cut(contact.name), email: contact.email };
  return ref;
}

/** Whether a place in `people` is that of somebody who was erased. */
function isErased({ name, email }: Contact): boolean {
  return name === '' && email === undefined;
}

function isOne(known: Contact, contact: Contact): boolean {
  return contactKey(known) === contactKey({ ...contact, name: cut(contact.name) });
}

function cut(name: string): string {
  return [...name.trim()].slice(0, LONGEST_NAME).join('') || '…';
}
