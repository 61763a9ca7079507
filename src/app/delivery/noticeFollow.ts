import { actorName } from '#app/contact/people.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { readPosted } from '#app/notice/postedMessages.ts';
import type { PersonalWhy } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';

interface FollowDeps {
  store: DocumentStore;
  messenger: Messenger;
}

/** Whether what follows a card still says how things are: an expiry may yield to a decision that is reported later. */
export function stillTrue(
  notice: NoticeRecord,
  referral: Referral,
  now: Instant,
  why: PersonalWhy | undefined,
): boolean {
  if (notice.type === 'handed') return why === 'handed' && notice.occasion === referral.handed?.at;
  if (notice.type === 'expired') return referral.stage === 'closed' && referral.outcome === 'expired';
  return referral.stage === 'received' && referral.expiresAt > now;
}

/** Sends what belongs to a card, in its thread; without one there is nothing to say. */
export async function follow(
  deps: FollowDeps,
  notice: NoticeRecord,
  referral: Referral,
  address: Address,
): Promise<Delivery> {
  const activityId = await cardOf(deps, notice);
  if (!activityId) return { outcome: 'gone', reason: 'there is no card to follow' };
  if (notice.type === 'handed') {
    const byName = await actorName(deps, notice.organization, referral.handed?.by);
    return deps.messenger.follow(address, activityId, { type: 'handed', referral, byName });
  }
  const type = notice.type === 'expired' ? 'expired' : 'last-reminder';
  return deps.messenger.follow(address, activityId, { type, referral });
}

/** News stand alone where there is no card to follow; in a channel they belong to its thread. */
export async function followOrPost(
  deps: FollowDeps,
  notice: NoticeRecord,
  address: Address,
  content: Content,
): Promise<Delivery> {
  const activityId = await cardOf(deps, notice);
  if (activityId) return deps.messenger.follow(address, activityId, content);
  if (address.kind === 'channel') return { outcome: 'gone', reason: 'there is no card to follow' };
  return deps.messenger.post(address, content);
}

/** The newest copy of the deal's card in the same conversation. */
async function cardOf(deps: FollowDeps, notice: NoticeRecord): Promise<string | undefined> {
  const card = await readPosted(deps, notice);
  return card?.copies.at(-1)?.activityId;
}
