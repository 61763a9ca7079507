import { personDocumentId } from '#app/contact/contactRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { withPerson } from './memberList.ts';
import { companyAdmins } from './roster.ts';

const MOST_LOOKED_AT = 10;
const MOST_NAMED = 3;

/**
 * Names of referrals admins of the whole company, at most three, for telling somebody whom to ask; those whom the bot
 * has met first, the others by e-mail where they have no name. Empty in trial mode, where everyone is one.
 */
export async function namesOfAdmins(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<string[]> {
  if (organization.open) return [];
  const admins = await companyAdmins(deps, organization.id);
  const listed = await Promise.all(
    admins.slice(0, MOST_LOOKED_AT).map((member) => withPerson(deps, organization, member)),
  );
  const met = listed.filter(({ person }) => person);
  const others = listed.filter(({ person }) => !person);
  return [...met, ...others]
    .map(({ member, person }) => person?.profile.name ?? member.name ?? member.email)
    .slice(0, MOST_NAMED);
}

/** The contacts of the admins of the whole company whose personal chat is known; in trial mode everyone is one. */
export async function reachableAdmins(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<string[]> {
  if (organization.open) {
    const where = { installed: true };
    const people = await allDocuments<'person'>(deps.store, {
      partition: organization.id,
      kind: 'person',
      where,
    });
    return people.map(({ id }) => id);
  }
  const admins = await companyAdmins(deps, organization.id);
  const listed = await Promise.all(admins.map((member) => withPerson(deps, organization, member)));
  return listed.flatMap(({ person }) => (person?.chat?.installed ? [personDocumentId(person.personId)] : []));
}
