import { personalPartition } from '#app/contact/personal.ts';
import { forgetContacts } from '#app/draft/dealMemory.ts';
import { FAVORITES_ID } from '#app/list/deal.favorite.ts';
import { MUTE_ID, muteDraft } from '#app/news/muteRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Whose and which deals: a person of an organization, and deals that are about to be removed. */
interface Forgetting {
  organization: string;
  personId: string;
  deals: readonly Referral[];
}

/**
 * Takes deals out of what one person keeps for themselves: hearts, mutes, what is to be told after a snooze, and the
 * customers' people that need not be typed again. Safe to repeat. Throws UnavailableError when the store is away.
 */
export async function forgetDeals(
  deps: { store: DocumentStore; clock: Clock },
  { organization, personId, deals }: Forgetting,
): Promise<void> {
  const ids = new Set(deals.map(({ id }) => id));
  const stays = ({ referralId }: { referralId: string }) => !ids.has(referralId);
  const partition = personalPartition(organization, personId);
  await changeDocument<'favorites', void>(deps, partition, FAVORITES_ID, (document) => {
    if (!document || document.body.favorites.every(stays)) return { result: undefined };
    const { etag: _, ...draft } = document;
    const body = { favorites: document.body.favorites.filter(stays) };
    return { draft: { ...draft, kind: 'favorites', body }, result: undefined };
  });
  await changeDocument<'silence', void>(deps, partition, MUTE_ID, (document) => {
    if (!document) return { result: undefined };
    const { silences, missed } = document.body;
    if (silences.deals.every(stays) && missed.every(stays)) return { result: undefined };
    const left = {
      silences: { ...silences, deals: silences.deals.filter(stays) },
      missed: missed.filter(stays),
    };
    return {
      draft: muteDraft({ ...document.body, ...left }, document.lease, document.dueAt),
      result: undefined,
    };
  });
  await forgetContacts(deps, { organization, personId }, deals);
}
