import { actorName, nameOfContact, readPerson } from '#app/contact/people.ts';
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

/** What did not get its card is known already. */
const NO_CARD: Delivery = { outcome: 'gone', reason: 'there is no card to follow', pointless: true };

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
  if (!activityId) return NO_CARD;
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
  if (address.kind === 'channel') return NO_CARD;
  return deps.messenger.post(address, content);
}

/** What did not reach somebody else, passed on by an admin to somebody who may see the deal. */
export async function postForwarded(
  deps: FollowDeps,
  { organization, forwarded }: NoticeRecord,
  referral: Referral,
  address: Address,
): Promise<Delivery> {
  const [by, missed] = await Promise.all([
    forwarded && readPerson(deps, organization, forwarded.by),
    forwarded?.missed === undefined ? undefined : nameOfContact(deps, organization, forwarded.missed),
  ]);
  const content = { type: 'forwarded' as const, referral, byName: by?.profile.name, missedName: missed };
  return deps.messenger.post(address, content);
}

/** The newest copy of the deal's card in the same conversation. */
async function cardOf(deps: FollowDeps, notice: NoticeRecord): Promise<string | undefined> {
  const card = await readPosted(deps, notice);
  return card?.copies.at(-1)?.activityId;
}
