import { beginsWords, wordsOf } from '../domain/searchTerms.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Organization } from '../ports/organizations.ts';
import { addressesOf, nameTerms, type PersonRecord, personDocumentId } from './contactRecord.ts';
import { isOutsider } from './member.ts';
import { peopleAt } from './memberList.ts';

/** Somebody as meant: known to the bot, or known by address alone. */
export interface Someone {
  /** Lower case. */
  email: string;
  name?: string | undefined;
}

/** `unpicked`: a colleague of the directory whom the bot has never met, so that only the id is known. */
export type Found =
  | { kind: 'one'; someone: Someone }
  | { kind: 'many'; people: readonly { name: string; email: string }[] }
  | { kind: 'unknown' }
  | { kind: 'unpicked' }
  | { kind: 'outsider'; name: string };

const MOST_OFFERED = 8;
const MOST_LOOKED_AT = 50;
const address = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/;

/** Whether a text is an e-mail address, as far as that can be seen. */
function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/** The person of a directory id, as the people picker posts it; only people of the organization's tenants. */
export async function findPicked(
  deps: { store: DocumentStore },
  organization: Organization,
  input: { objectId: string; tenantId: string },
): Promise<Found> {
  for (const tenantId of new Set([input.tenantId, ...organization.tenantIds])) {
    const personId = `${tenantId}:${input.objectId.toLowerCase()}`;
    const known = await deps.store.read<PersonRecord>(organization.id, personDocumentId(personId));
    const email = known && addressesOf(known.body.profile)[0];
    if (!known || !email) continue;
    const { name } = known.body.profile;
    if (isOutsider(organization, known.body)) return { kind: 'outsider', name };
    return { kind: 'one', someone: { email, name } };
  }
  return { kind: 'unpicked' };
}

/** Who is meant by a name or an e-mail address; an address may be of somebody the bot has never met. */
export async function findTyped(
  deps: { store: DocumentStore },
  organization: Organization,
  text: string,
): Promise<Found> {
  const typed = text.trim().toLowerCase();
  if (isAddress(typed)) {
    const [known] = await peopleAt(deps, organization, typed);
    return { kind: 'one', someone: { email: typed, name: known?.profile.name } };
  }
  const terms = nameTerms(text);
  if (terms.length === 0) return { kind: 'unknown' };
  const { documents } = await deps.store.list<PersonRecord>({
    partition: organization.id,
    kind: 'person',
    terms,
    limit: MOST_LOOKED_AT,
  });
  const people = documents.flatMap(({ body }) => {
    const [email] = addressesOf(body.profile);
    const { name } = body.profile;
    const fits = beginsWords(wordsOf(text), [name]) && !isOutsider(organization, body);
    return email && fits ? [{ name, email }] : [];
  });
  const [first] = people;
  if (!first) return { kind: 'unknown' };
  if (people.length === 1) return { kind: 'one', someone: first };
  return { kind: 'many', people: people.slice(0, MOST_OFFERED) };
}
