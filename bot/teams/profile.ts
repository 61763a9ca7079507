import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Profile } from '#app/contact/contactRecord.ts';
import { UnavailableError } from '#ports/errors.ts';

const DEADLINE = 5_000;

/** Asks Teams who sent an activity; throws UnavailableError when Teams does not say in time. */
export async function fetchProfile(context: TurnContext): Promise<Omit<Profile, 'asOf'>> {
  const { from } = context.activity;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), DEADLINE);
  });
  try {
    const account = await Promise.race([TeamsInfo.getMember(context, from.id), late]);
    const name = account.name || from.name;
    const { email, userPrincipalName } = account;
    return {
      name: name || userPrincipalName || email || from.id,
      email: email || undefined,
      userPrincipalName: userPrincipalName || undefined,
      guest: account.userRole?.toLowerCase() === 'guest' || /#ext#/i.test(userPrincipalName ?? ''),
      homeTenantId: account.tenantId?.toLowerCase(),
    };
  } catch (cause) {
    throw new UnavailableError('profile-unavailable', { cause });
  } finally {
    clearTimeout(timer);
  }
}
