import type { PersonRecord } from '#app/contact/contactRecord.ts';
import { planList } from '#app/digest/digest.plan.ts';
import { recipientFor, recipientsOf } from '#app/notice/recipients.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';

type ListDeps = Pick<NoticeDeps, 'store' | 'clock' | 'calendar'>;

/**
 * Tells everybody who is responsible for it what came with an import that began then and waits for an answer: each
 * person in one message, as that of their morning; channels hear nothing. Safe to repeat.
 */
export async function tellImported(
  deps: ListDeps,
  organization: Organization,
  startedAt: Instant,
): Promise<void> {
  const undecided = await allDocuments<'referral'>(deps.store, {
    partition: organization.id,
    kind: 'referral',
    where: { stage: 'received', direction: 'inbound' },
  });
  const people = new Map<string, PersonRecord>();
  for (const { referral } of undecided.map(({ body }) => body)) {
    if (referral.listedAt !== startedAt) continue;
    for (const { contactId, contact } of await recipientsOf(deps, organization, referral)) {
      if (contact.kind === 'person') people.set(contactId, contact);
    }
  }
  for (const person of people.values()) await planList(deps, organization, person, startedAt);
}

/** Tells somebody who has become reachable of those deals that an import brought; the others are told by their cards. */
export async function tellListed(
  deps: ListDeps,
  organization: Organization,
  contactId: string,
  deals: readonly Referral[],
): Promise<void> {
  const connection = await deps.store.read<'connection'>(organization.id, CONNECTION_ID);
  // What is still being imported is told when all of it is there.
  const unfinished = connection?.body.importing?.startedAt;
  for (const referral of deals) {
    const { stage, listedAt } = referral;
    if (stage !== 'received' || !listedAt || listedAt === unfinished) continue;
    const [told] = await recipientFor(deps, organization, referral, contactId);
    if (told?.contact.kind === 'person') await planList(deps, organization, told.contact, listedAt);
  }
}
