import type { ContactRecord } from '#app/contact/contactRecord.ts';
import { type Recipient, recipientFor, recipientsOf } from '#app/notice/recipients.ts';
import { hoursOf } from '#app/notice/workingTime.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { enterReminder } from './reminder.plan.ts';
import { reminderPartition } from './reminderRecord.ts';

type ListDeps = Pick<NoticeDeps, 'store' | 'clock' | 'calendar'>;

/**
 * Tells everybody who is responsible for it what came with an import that began then and waits for an answer: each
 * person in one message, as their reminder of that day; channels hear nothing. Safe to repeat.
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
  const lists = new Map<string, { recipient: Recipient; referrals: Referral[] }>();
  for (const { referral } of undecided.map(({ body }) => body)) {
    if (referral.listedAt !== startedAt) continue;
    for (const recipient of await recipientsOf(deps, organization, referral)) {
      const { contactId } = recipient;
      const list = lists.get(contactId) ?? { recipient, referrals: [] };
      list.referrals.push(referral);
      lists.set(contactId, list);
    }
  }
  for (const { recipient, referrals } of lists.values()) {
    await tellList(deps, organization, recipient, referrals);
  }
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
  const referrals: Referral[] = [];
  let recipient: Recipient | undefined;
  for (const referral of deals) {
    const { stage, listedAt } = referral;
    if (stage !== 'received' || !listedAt || listedAt === unfinished) continue;
    const [told] = await recipientFor(deps, organization, referral, contactId);
    if (!told) continue;
    recipient = told;
    referrals.push(referral);
  }
  if (recipient) await tellList(deps, organization, recipient, referrals);
}

/** Tells one person, leaving out what stood in a list of theirs before. */
async function tellList(
  deps: ListDeps,
  organization: Organization,
  recipient: Recipient,
  referrals: readonly Referral[],
): Promise<void> {
  const { contactId, contact } = recipient;
  if (contact.kind === 'channel') return;
  const reminders = await allDocuments<'reminder'>(deps.store, {
    partition: reminderPartition(organization.id, contactId),
  });
  const known = new Set(reminders.filter(({ body }) => body.list).flatMap(({ body }) => body.referralIds));
  const fresh = referrals.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return;
  const at = deps.clock.now().toISOString();
  const day = deps.calendar.toLocal(at, zoneOf(organization, contact)).date;
  await enterReminder(deps, organization, { recipient, referrals: fresh, list: true }, { at, day });
}

function zoneOf(organization: Organization, contact: ContactRecord): string {
  return hoursOf(organization, contact.chat?.timeZone).timeZone;
}
