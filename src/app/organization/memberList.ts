import { addressesOf, nameTerms, type PersonRecord } from '#app/contact/contactRecord.ts';
import { peopleAt } from '#app/contact/knownPeople.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { isOutsider, type MemberRecord, presentRoles, readMember } from './member.ts';

/** A member with the person whom the bot knows under this address, if any. */
export interface ListedMember {
  member: MemberRecord;
  person?: PersonRecord | undefined;
}

const MOST_FOUND = 10;
const MOST_LOOKED_AT = 50;

/** One page of the members of an organization, by e-mail. */
export async function pageOfMembers(
  deps: { store: DocumentStore },
  organization: Organization,
  input: { limit: number; cursor?: string | undefined },
): Promise<{ members: ListedMember[]; cursor?: string | undefined }> {
  const page = await deps.store.list<'member'>({
    partition: organization.id,
    kind: 'member',
    where: { role: presentRoles },
    limit: input.limit,
    ...(input.cursor && { cursor: input.cursor }),
  });
  const members = await Promise.all(page.documents.map(({ body }) => withPerson(deps, organization, body)));
  return { members, cursor: page.cursor };
}

/** The first members whose name or address begins with the words of a text. */
export async function findMembers(
  deps: { store: DocumentStore },
  organization: Organization,
  text: string,
): Promise<ListedMember[]> {
  const found = new Map<string, MemberRecord>();
  const take = (member: MemberRecord | undefined) => member && found.set(member.email, member);
  take(await readMember(deps, organization.id, text.trim()));
  const terms = nameTerms(text);
  if (terms.length > 0) {
    const query = { partition: organization.id, terms, limit: MOST_LOOKED_AT };
    const [members, people] = await Promise.all([
      deps.store.list<'member'>({ ...query, kind: 'member' }),
      deps.store.list<'person'>({ ...query, kind: 'person' }),
    ]);
    for (const { body } of members.documents) take(body);
    for (const { body } of people.documents) {
      for (const address of addressesOf(body.profile)) take(await readMember(deps, organization.id, address));
    }
  }
  const first = [...found.values()].slice(0, MOST_FOUND);
  return Promise.all(first.map((member) => withPerson(deps, organization, member)));
}

/** A member with the person behind the address, no guest and nobody from elsewhere; of several the one with the bot. */
export async function withPerson(
  deps: { store: DocumentStore },
  organization: Organization,
  member: MemberRecord,
): Promise<ListedMember> {
  const known = await peopleAt(deps, organization, member.email);
  const people = known.filter((person) => !isOutsider(organization, person));
  return { member, person: people.find(({ chat }) => chat?.installed) ?? people[0] };
}
