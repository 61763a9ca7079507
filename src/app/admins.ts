import type { DocumentStore } from '../ports/documents.ts';
import type { Organization } from '../ports/organizations.ts';
import { addressTerm, type PersonRecord } from './contactRecord.ts';
import type { MemberRecord } from './member.ts';

const MOST_LOOKED_AT = 20;
const MOST_NAMED = 3;

/**
 * Names of referrals admins of the whole company who are known to the bot, at most three, for telling somebody whom to
 * ask; by e-mail where none has met the bot yet. Empty in trial mode, where everyone is one.
 */
export async function namesOfAdmins(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<string[]> {
  if (organization.open) return [];
  const members = await deps.store.list<MemberRecord>({
    partition: organization.id,
    kind: 'member',
    where: { role: 'referrals-admin' },
    limit: MOST_LOOKED_AT,
  });
  const admins = members.documents.map(({ body }) => body).filter(({ locations }) => locations === 'all');
  const names: string[] = [];
  for (const { email } of admins.slice(0, MOST_NAMED)) {
    const people = await deps.store.list<PersonRecord>({
      partition: organization.id,
      kind: 'person',
      terms: [addressTerm(email)],
      limit: 1,
    });
    names.push(people.documents[0]?.body.profile.name ?? email);
  }
  return names.sort();
}
