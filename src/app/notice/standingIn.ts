import { standsInFor } from '#app/contact/awayRecord.ts';
import { type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { membershipOf } from '#app/organization/member.ts';
import type { Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInTeam } from '#domain/referral/rights.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

/**
 * The colleague in a deal's team for whom the reader of a notice stands in, where that is why they got it; undefined where
 * they have reasons of their own by now, or the colleague is back.
 */
export async function absentColleague(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
  referral: Referral,
  person: PersonRecord,
  why: Why,
): Promise<string | undefined> {
  if (why !== 'deputy') return undefined;
  const own = await membershipOf(deps, organization, person);
  if (own && isInTeam(own, referral)) return undefined;
  const now = deps.clock.now().toISOString();
  for (const { personId } of await standsInFor(deps, organization.id, person.personId, now)) {
    const absent = await deps.store.read<'person'>(organization.id, personDocumentId(personId));
    const member = absent && (await membershipOf(deps, organization, absent.body));
    if (member && isInTeam(member, referral)) return absent.body.profile.name;
  }
  return undefined;
}
