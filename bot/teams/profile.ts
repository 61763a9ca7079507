import { type TeamsChannelAccount, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Profile } from '#app/contact/contactRecord.ts';

const DEADLINE = 5_000;

/** What Teams says of an account; `accountId`: its directory id, lower case. */
export type FetchedProfile = Omit<Profile, 'asOf'> & { accountId?: string | undefined };

/** Teams did not say who somebody is; `final`: it never will here. That has nothing to do with the store. */
export class UnknownPersonError extends Error {
  readonly final: boolean;

  constructor(final: boolean, cause: unknown) {
    super('profile-unavailable', { cause });
    this.name = 'UnknownPersonError';
    this.final = final;
  }
}

/** Who is in a conversation without an account of the tenant: what they say of themselves gives no right. */
const outsiders: ReadonlySet<string> = new Set(['guest', 'anonymous']);

// Anonymous, removed and foreign people: the same question gets the same answer.
const FINAL = new Set([400, 403, 404]);

/** Asks Teams who sent an activity, at most once a turn; throws UnknownPersonError when Teams does not say in time. */
export function profileFetcher(context: TurnContext): () => Promise<FetchedProfile> {
  let asked: Promise<FetchedProfile> | undefined;
  return () => {
    asked ??= fetchProfile(context);
    return asked;
  };
}

async function fetchProfile(context: TurnContext): Promise<FetchedProfile> {
  const { from } = context.activity;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), DEADLINE);
  });
  try {
    return profileOf(await Promise.race([TeamsInfo.getMember(context, from.id), late]), from);
  } catch (cause) {
    const { statusCode } = cause as { statusCode?: unknown };
    throw new UnknownPersonError(typeof statusCode === 'number' && FINAL.has(statusCode), cause);
  } finally {
    clearTimeout(timer);
  }
}

/** The roster calls the directory id by either name. */
export function profileOf(
  account: TeamsChannelAccount & { objectId?: unknown },
  from: { id: string; name?: string },
): FetchedProfile {
  const { email, userPrincipalName, aadObjectId, objectId } = account;
  const name = account.name || from.name;
  const accountId = aadObjectId || (typeof objectId === 'string' ? objectId : undefined);
  return {
    name: name || userPrincipalName || email || from.id,
    email: email || undefined,
    userPrincipalName: userPrincipalName || undefined,
    guest: outsiders.has(account.userRole?.toLowerCase() ?? '') || /#ext#/i.test(userPrincipalName ?? ''),
    homeTenantId: account.tenantId?.toLowerCase(),
    ...(accountId && { accountId: accountId.toLowerCase() }),
  };
}
