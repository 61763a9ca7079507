import { createNotice } from '#app/notice/createNotice.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { recipientFor, recipientsOf } from '#app/notice/recipients.ts';
import { cardsOf } from '#app/notice/targetRevision.ts';
import { tellTeam } from '#app/notice/teamNotices.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Organization } from '#ports/organizations.ts';
import { planLastReminder } from './lastReminder.plan.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { noteNobody } from './troubleNotes.ts';

/**
 * Chooses who has no card of a deal yet and should have one, and gives it to them: who joined its team, and everybody
 * who is told of it while it is undecided (CR-51). `cards`: those that there are; `onlyContact`: nobody else is looked
 * at. Who is told of it by the list of an import gets no card, but is reminded as of any other. Safe to repeat.
 */
export async function tellRecipients(
  deps: NoticeDeps,
  organization: Organization,
  referral: Referral,
  cards: readonly NoticeRecord[],
  onlyContact?: string,
): Promise<void> {
  await tellTeam(deps, organization, referral, cards, onlyContact);
  if (referral.stage !== 'received' || referral.direction !== 'inbound') return;
  const told = new Set(cards.map(({ contactId }) => contactId));
  const recipients = onlyContact
    ? await recipientFor(deps, organization, referral, onlyContact)
    : await recipientsOf(deps, organization, referral);
  if (!onlyContact && recipients.length === 0) {
    await noteNobody(deps, referral);
    deps.onNobody(referral);
  }
  const fresh = recipients.filter(({ contactId }) => !told.has(contactId));
  if (referral.listedAt) return;
  // Before the cards: when this is cut off here, who has no card yet is found again, and planning twice is harmless.
  await planLastReminder(deps, organization, referral, fresh);
  for (const recipient of fresh) await createNotice(deps, 'referral-card', referral, recipient);
}

/** Says in every thread that the time ran out (CR-38, CR-54): one message after each card that was delivered. */
export async function tellExpired(deps: NoticeDeps, referral: Referral): Promise<void> {
  for (const { contactId, why } of await cardsOf(deps, referral, 'delivered')) {
    await createNotice(deps, 'expired', referral, { contactId, why });
  }
}
