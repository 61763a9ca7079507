import type { TurnContext } from 'botbuilder';
import type { ContactDeps } from '#app/contact/contact.remember.ts';
import { refreshProfile, rememberChannel, rememberPerson } from '#app/contact/contact.remember.ts';
import { membershipOf } from '#app/organization/member.ts';
import { audienceOf, contactIdOf, type Place, placeOf, readerOf, type Turn } from '#bot/turn/turn.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import { fetchProfile } from './profile.ts';

export type Identified =
  | { kind: 'known'; turn: Turn }
  /** The tenant belongs to no organization of this deployment. */
  | { kind: 'unknown-tenant'; place: Place; tenantId: string }
  /** Nobody we could know: an event of a bot, or an account without directory id. */
  | { kind: 'nobody'; place: Place; organization: Organization };

/**
 * Finds out who sent an activity and remembers them and the conversation: on installation and on any activity,
 * because an installation event may be lost. `installed` says what an installation event says.
 */
export async function identify(
  deps: ContactDeps & { organizations: Organizations },
  context: TurnContext,
  installed?: boolean,
): Promise<Identified> {
  const place = placeOf(context);
  const tenantId = place.tenantId ?? '';
  const organization = deps.organizations.byTenant(tenantId);
  if (!organization) return { kind: 'unknown-tenant', place, tenantId };

  const chat = {
    serviceUrl: place.serviceUrl,
    conversationId: place.conversationId,
    tenantId,
    botId: place.botId,
    installed,
    locale: place.locale,
    timeZone: place.timeZone,
  };
  if (place.kind === 'channel' && place.teamChannelId) {
    const inChannel = { ...chat, conversationId: place.teamChannelId, timeZone: undefined };
    await rememberChannel(deps, organization, place.teamChannelId, inChannel, place.teamName);
  }
  const { aadObjectId } = context.activity.from ?? {};
  if (!aadObjectId) return { kind: 'nobody', place, organization };
  const sighting = {
    personId: `${tenantId}:${aadObjectId.toLowerCase()}`,
    name: context.activity.from.name || context.activity.from.id,
    chat: place.kind === 'personal' ? chat : undefined,
    fetchProfile: () => fetchProfile(context),
  };
  let person = await rememberPerson(deps, organization, sighting);
  let member = await membershipOf(deps, organization, person);
  if (!member) {
    person = await refreshProfile(deps, organization, person, sighting);
    member = await membershipOf(deps, organization, person);
  }
  return {
    kind: 'known',
    turn: {
      context,
      place,
      organization,
      person,
      member,
      reader: readerOf(place, person, organization.workingHours.timeZone),
      audience: audienceOf(place),
      contactId: contactIdOf(place, person),
    },
  };
}
