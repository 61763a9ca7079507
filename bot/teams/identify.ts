import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { ContactDeps } from '#app/contact/contact.remember.ts';
import { refreshProfile, rememberChannel, rememberPerson } from '#app/contact/contact.remember.ts';
import { rememberTeam } from '#app/contact/teamChannels.ts';
import { membershipOf } from '#app/organization/member.ts';
import { audienceOf, type Conversation, contactIdOf, readerOf, type Turn } from '#dialogs/turn/turn.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import { conversationOf } from './conversation.ts';
import { toActivity } from './outgoing.ts';
import { fetchProfile } from './profile.ts';
import { typedText } from './typedText.ts';

export type Identified =
  | { kind: 'known'; turn: Turn }
  /** The tenant belongs to no organization of this deployment. */
  | { kind: 'unknown-tenant'; conversation: Conversation; tenantId: string }
  /** Nobody we could know: an event of a bot, or an account without directory id. */
  | { kind: 'nobody'; conversation: Conversation; organization: Organization };

/**
 * Finds out who sent an activity and remembers them and the conversation: on installation and on any activity,
 * because an installation event may be lost. `installed` says what an installation event says.
 */
export async function identify(
  deps: ContactDeps & { organizations: Organizations },
  context: TurnContext,
  installed?: boolean,
): Promise<Identified> {
  const conversation = conversationOf(context);
  const tenantId = conversation.tenantId ?? '';
  const organization = deps.organizations.byTenant(tenantId);
  if (!organization) return { kind: 'unknown-tenant', conversation, tenantId };

  const chat = {
    serviceUrl: conversation.serviceUrl,
    conversationId: conversation.conversationId,
    tenantId,
    botId: conversation.botId,
    installed,
    locale: conversation.locale,
    timeZone: conversation.timeZone,
  };
  if (conversation.kind === 'channel' && conversation.teamChannelId) {
    const inChannel = { ...chat, conversationId: conversation.teamChannelId, timeZone: undefined };
    const { teamChannelId, teamName } = conversation;
    await rememberChannel(deps, organization, teamChannelId, inChannel, { teamName });
    if (installed !== undefined)
      await rememberTeam(deps, organization, teamChannelId, { ...inChannel, installed });
  }
  const { aadObjectId } = context.activity.from ?? {};
  if (!aadObjectId) return { kind: 'nobody', conversation, organization };
  const sighting = {
    personId: `${tenantId}:${aadObjectId.toLowerCase()}`,
    name: context.activity.from.name || context.activity.from.id,
    chat: conversation.kind === 'personal' ? chat : undefined,
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
      text: typedText(context),
      activityId: context.activity.id,
      replyToId: context.activity.replyToId,
      pressed: context.activity.type === ActivityTypes.Invoke,
      conversation,
      reply: async (message) => (await context.sendActivity(toActivity(message)))?.id,
      organization,
      person,
      member,
      reader: readerOf(conversation, person, organization.workingHours.timeZone),
      audience: audienceOf(conversation),
      contactId: contactIdOf(conversation, person),
    },
  };
}
