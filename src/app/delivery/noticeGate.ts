import type { ContactRecord } from '#app/contact/contactRecord.ts';
import { type MuteEffect, muteEffect } from '#app/news/muteEffect.ts';
import { shownMute } from '#app/news/muteRecord.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { reviveMuted } from '#app/notice/targetRevision.ts';
import type { Missed } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

interface GateDeps {
  store: DocumentStore;
  clock: Clock;
}

/** How the delivery of what its recipient muted ends. */
export const HELD = { outcome: 'silenced', reason: 'muted or snoozed' } as const;

/** What its recipient muted does not go out; what is handed over to them or asked of them does. */
export async function gateOf(
  deps: GateDeps,
  organization: Organization,
  notice: NoticeRecord,
  referral: Referral,
  contact: ContactRecord,
): Promise<MuteEffect> {
  const missed = missedOf(notice);
  if (contact.kind !== 'person' || !missed) return 'open';
  return muteEffect(deps, organization, referral, contact, missed);
}

function missedOf({ type, news, referralId }: NoticeRecord): Missed | undefined {
  switch (type) {
    case 'referral-card':
      return { referralId, what: 'card' };
    case 'news':
      return { referralId, what: 'news', news };
    case 'expired':
      return { referralId, what: 'expired' };
    default:
      return undefined;
  }
}

/**
 * A referral must not be left without anybody who hears of it: when its card could not reach one person, those who
 * muted it come into question again, and so does whoever has unmuted in this very moment.
 */
export async function heardByOthers(deps: GateDeps, notice: NoticeRecord, referral: Referral): Promise<void> {
  if (notice.type !== 'referral-card' || notice.copies.length > 0) return;
  const { state } = notice.delivery;
  if (state === 'silenced') {
    const personId = notice.contactId.replace(/^person:/, '');
    if (!(await shownMute(deps, personId, referral))) await reviveMuted(deps, referral, notice.contactId);
  } else if (state !== 'delivered' && state !== 'waiting' && referral.stage === 'received') {
    await reviveMuted(deps, referral);
  }
}
