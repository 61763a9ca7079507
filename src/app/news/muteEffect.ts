import type { PersonRecord } from '#app/contact/contactRecord.ts';
import { personalPartition } from '#app/contact/personal.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { type Recipient, recipientsOf } from '#app/notice/recipients.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { type Missed, missedToo, muteFor } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { MOST_MISSED, MUTE_ID, muteDraft, mutesOf } from './muteRecord.ts';

interface GateDeps {
  store: DocumentStore;
  clock: Clock;
}

/**
 * Whether a message goes out to somebody. `despite`: they muted it, and so did everybody else who is responsible for
 * a referral that waits for an answer. `held`: it does not; whoever snoozed hears of it afterwards.
 */
export type MuteEffect = 'open' | 'despite' | 'held';

/**
 * Lets a message to a person through, or holds it back because the person muted or snoozed it. A referral that waits for
 * an answer is never left without somebody who hears of it. What is missed by a snooze is written down in the same
 * step in which it is seen that the snooze holds.
 */
export async function muteEffect(
  deps: GateDeps,
  organization: Organization,
  referral: Referral,
  person: PersonRecord,
  missed: Missed,
): Promise<MuteEffect> {
  const now = deps.clock.now().toISOString();
  const silences = await mutesOf(deps, organization.id, person.personId);
  if (!muteFor(silences, referral.id, now)) return 'open';
  if (mustBeHeard(referral, missed) && (await listeners(deps, organization, referral)).length === 0)
    return 'despite';
  const partition = personalPartition(organization.id, person.personId);
  return changeDocument<'silence', MuteEffect>(deps, partition, MUTE_ID, (document) => {
    const silence = document && muteFor(document.body.silences, referral.id, deps.clock.now().toISOString());
    if (!document || !silence) return { result: 'open' };
    const kept = missedToo(document.body.missed, missed, MOST_MISSED);
    if (silence.until === undefined || kept === document.body.missed) return { result: 'held' };
    const record = { ...document.body, missed: kept };
    return { draft: muteDraft(record, document.lease, document.dueAt), result: 'held' };
  });
}

/** Whether somebody has to hear of it: an inbound referral waits for an answer (CR-38). */
function mustBeHeard({ stage, direction }: Referral, { what, news = [] }: Missed): boolean {
  const waits = stage === 'received' && direction === 'inbound';
  return waits && (what !== 'news' || news.some(({ kind }) => kind === 'reminded' || kind === 'unanswered'));
}

/**
 * The people responsible for a deal who hear of it: reachable, not silent, and not among those whom its card could not
 * reach. A channel is nobody: there nobody is told personally.
 */
async function listeners(
  deps: GateDeps,
  organization: Organization,
  referral: Referral,
): Promise<(Recipient & { contact: PersonRecord })[]> {
  const now = deps.clock.now().toISOString();
  const [recipients, unreached] = await Promise.all([
    recipientsOf(deps, organization, referral),
    allDocuments<'notice'>(deps.store, {
      partition: noticePartition(organization.id, referral.id),
      where: { type: 'referral-card', state: ['blocked', 'gone', 'failed'] },
    }),
  ]);
  const lost = new Set(unreached.map(({ body }) => body.contactId));
  const found: (Recipient & { contact: PersonRecord })[] = [];
  for (const { contact, ...recipient } of recipients) {
    if (contact.kind !== 'person' || lost.has(recipient.contactId)) continue;
    const silences = await mutesOf(deps, organization.id, contact.personId);
    if (!muteFor(silences, referral.id, now)) found.push({ ...recipient, contact });
  }
  return found;
}
