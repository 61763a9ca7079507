import { personalPartition } from '#app/contact/personal.ts';
import { referralDocumentId } from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { mayFind } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    favorites: FavoritesRecord;
  }
}

/** The deals that a person marked with a heart, the last one first. */
export interface FavoritesRecord {
  favorites: { referralId: string; at: Instant }[];
}

/** More than anybody can keep an eye on; the oldest makes room. */
export const MOST_FAVORITES = 200;

export const FAVORITES_ID = 'favorites';

export type FavoriteOutcome = { ok: true; referral: Referral } | { ok: false };

/**
 * Sets or takes a person's heart at a deal (CR-14); twice the same changes nothing. A deal that is not there and one
 * that the person may not see are refused alike.
 */
export async function favoriteDeal(
  deps: { store: DocumentStore; clock: Clock },
  input: {
    organization: string;
    personId: string;
    member: Membership | undefined;
    referralId: string;
    on: boolean;
  },
): Promise<FavoriteOutcome> {
  const { organization, personId, on } = input;
  const referral = await visibleDeal(deps, input);
  if (!referral) return { ok: false };
  const partition = personalPartition(organization, personId);
  await changeDocument<'favorites', void>(deps, partition, FAVORITES_ID, (document) => {
    const present = document?.body.favorites ?? [];
    if (present.some(({ referralId }) => referralId === referral.id) === on) return { result: undefined };
    const others = present.filter(({ referralId }) => referralId !== referral.id);
    const own = on ? [{ referralId: referral.id, at: deps.clock.now().toISOString() }] : [];
    const favorites = [...own, ...others].slice(0, MOST_FAVORITES);
    return {
      draft: { partition, id: FAVORITES_ID, kind: 'favorites', schema: 1, body: { favorites } },
      result: undefined,
    };
  });
  return { ok: true, referral };
}

/** Ids of the deals that a person marked, whether they are still there and visible or not. */
export async function favoriteIds(
  deps: { store: DocumentStore },
  organization: string,
  personId: string,
): Promise<readonly string[]> {
  const document = await deps.store.read<'favorites'>(
    personalPartition(organization, personId),
    FAVORITES_ID,
  );
  return document?.body.favorites.map(({ referralId }) => referralId) ?? [];
}

/** The deals among these that a person may see; the others are left out without a word. */
export async function visibleDeals(
  deps: { store: DocumentStore },
  input: { organization: string; member: Membership | undefined; ids: readonly string[] },
): Promise<Referral[]> {
  const { organization, member, ids } = input;
  const read = ids.map((referralId) => visibleDeal(deps, { organization, member, referralId }));
  return (await Promise.all(read)).filter((referral) => referral !== undefined);
}

/** A deal, where it is there and the person may see it. */
export async function visibleDeal(
  deps: { store: DocumentStore },
  input: { organization: string; member: Membership | undefined; referralId: string },
): Promise<Referral | undefined> {
  const { organization, member, referralId } = input;
  const document = await deps.store.read<'referral'>(organization, referralDocumentId(referralId));
  const referral = document?.kind === 'referral' ? document.body.referral : undefined;
  return referral && mayFind(member, referral) ? referral : undefined;
}
