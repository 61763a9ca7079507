import type { TurnContext } from 'botbuilder';
import type { FetchedProfile } from '#bot/teams/profile.ts';

const REMEMBERED = 5_000;

/** The directory id of whoever sent an activity, lower case; undefined for a bot and for an account that has none. */
export type AccountOf = (
  context: TurnContext,
  tenantId: string,
  fetchProfile: () => Promise<FetchedProfile>,
) => Promise<string | undefined>;

/**
 * Finds the account where an activity leaves it out: it may stand among those who were added, or only the roster knows
 * it, which is asked once. Throws what `fetchProfile` throws.
 */
export function createAccountOf(): AccountOf {
  const found = new Map<string, string>();
  return async ({ activity }, tenantId, fetchProfile) => {
    const { from, membersAdded } = activity;
    if (!from?.id || from.id.startsWith('28:')) return undefined;
    if (from.aadObjectId) return from.aadObjectId.toLowerCase();
    const key = `${tenantId}|${from.id}`;
    const before = found.get(key);
    if (before) return before;
    const added = membersAdded?.find(({ id }) => id === from.id)?.aadObjectId?.toLowerCase();
    const accountId = added || (await fetchProfile()).accountId;
    if (!accountId) return undefined;
    if (found.size >= REMEMBERED) for (const oldest of found.keys().take(1)) found.delete(oldest);
    found.set(key, accountId);
    return accountId;
  };
}
