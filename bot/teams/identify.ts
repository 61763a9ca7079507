import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { ContactDeps } from '#app/contact/contact.remember.ts';
import {
  type PersonSighting,
  refreshProfile,
  rememberChannel,
  rememberPerson,
} from '#app/contact/contact.remember.ts';
import { addressOf, type PersonRecord } from '#app/contact/contactRecord.ts';
import { rememberTeam } from '#app/contact/teamChannels.ts';
import { membershipOf } from '#app/organization/member.ts';
import {
  audienceOf,
  type Conversation,
  contactIdOf,
  inPersonalChat,
  readerOf,
  type Turn,
} from '#dialogs/turn/turn.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { AccountOf } from './arriving/account.ts';
import { isAside, keepOwnChat } from './arriving/asides.ts';
import { TURN_BUDGET } from './arriving/budget.ts';
import { conversationOf } from './conversation.ts';
import { toActivity } from './outgoing.ts';
import { profileFetcher, UnknownPersonError } from './profile.ts';
import { typedText } from './typedText.ts';

export type Identified =
  | { kind: 'known'; turn: Turn }
  /** It came by another channel than those that are served: all it says of its sender is the client's own word. */
  | { kind: 'other-channel' }
  /** The tenant belongs to no organization of this deployment. */
  | { kind: 'unknown-tenant'; conversation: Conversation; tenantId: string }
  /** Nobody we could know: an event of a bot, or somebody of whom Teams does not say who it is; `final`: nor will it. */
  | { kind: 'nobody'; conversation: Conversation; organization: Organization; final: boolean };

export type IdentifyDeps = ContactDeps & {
  organizations: Organizations;
  accountOf: AccountOf;
  /** Channels of the Bot Service whose activities are believed: Teams, and what is configured beside it. */
  channels: ReadonlySet<string>;
};

/**
 * Finds out who sent an activity. `elsewhere`: it may come from a place where the bot is not, such as a search from the
 * compose box, so nothing is learned of the place.
 */
export type Identify = (
  context: TurnContext,
  how?: { installed?: boolean; store?: DocumentStore; elsewhere?: boolean | undefined },
) => Promise<Identified>;

export function createIdentify(deps: IdentifyDeps): Identify {
  const sighted = createSightings();
  return (context, { installed, store = deps.store, elsewhere = false } = {}) =>
    identify({ ...deps, store }, sighted, context, { installed, elsewhere });
}

const MOST_CHANNELS = 1_000;
const SIGHTING_HOLDS = 10 * 60_000;

/** Writes down what an activity says of its channel, unless this process did so minutes ago with the same words. */
type Sightings = (
  channelId: string,
  said: object,
  installed: boolean | undefined,
  write: () => Promise<unknown>,
) => Promise<void>;

function createSightings(): Sightings {
  const seen = new Map<string, { text: string; until: number }>();
  return async (channelId, said, installed, write) => {
    const text = JSON.stringify(said);
    const known = seen.get(channelId);
    if (installed === undefined && known?.text === text && known.until > Date.now()) return;
    seen.delete(channelId);
    await write();
    // Only what is written is known: a store that fails is asked again at the next activity. What an installation
    // event says holds for itself; the next activity is looked at anew.
    if (installed === undefined) seen.set(channelId, { text, until: Date.now() + SIGHTING_HOLDS });
    if (seen.size > MOST_CHANNELS) for (const oldest of seen.keys().take(1)) seen.delete(oldest);
  };
}

/**
 * Finds out who sent an activity and remembers them and the conversation: on installation and on any activity,
 * because an installation event may be lost. `installed` says what an installation event says.
 */
async function identify(
  deps: IdentifyDeps,
  sighted: Sightings,
  context: TurnContext,
  { installed, elsewhere }: { installed: boolean | undefined; elsewhere: boolean },
): Promise<Identified> {
  if (!deps.channels.has(context.activity.channelId)) return { kind: 'other-channel' };
  const endsAt = Date.now() + TURN_BUDGET;
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
  if (conversation.kind === 'channel' && conversation.teamChannelId && !elsewhere) {
    const inChannel = { ...chat, conversationId: conversation.teamChannelId, timeZone: undefined };
    const { teamChannelId, teamName } = conversation;
    await sighted(teamChannelId, { ...inChannel, teamName }, installed, () =>
      rememberChannel(deps, organization, teamChannelId, inChannel, { teamName }),
    );
    if (installed !== undefined)
      await rememberTeam(deps, organization, teamChannelId, { ...inChannel, installed });
  }
  let known: { person: PersonRecord; member: Membership | undefined } | undefined;
  try {
    known = await personOf(
      deps,
      context,
      organization,
      conversation.kind === 'personal' && !elsewhere ? chat : undefined,
    );
  } catch (error) {
    if (!(error instanceof UnknownPersonError)) throw error;
    return { kind: 'nobody', conversation, organization, final: error.final };
  }
  if (!known) return { kind: 'nobody', conversation, organization, final: true };
  const { person, member } = known;
  keepOwnChat(context, addressOf(person));
  const aside = isAside(context);
  const turn: Turn = {
    text: typedText(context),
    activityId: context.activity.id,
    replyToId: context.activity.replyToId,
    endsAt,
    pressed: context.activity.type === ActivityTypes.Invoke,
    conversation,
    accountId: context.activity.from?.id ?? '',
    aside,
    reply: async (message) => (await context.sendActivity(toActivity(message)))?.id,
    organization,
    person,
    member,
    reader: readerOf(conversation, person, organization),
    audience: audienceOf(conversation),
    contactId: contactIdOf(conversation, person),
  };
  return { kind: 'known', turn: aside ? inPersonalChat(turn) : turn };
}

/** Who sent an activity and what they may; undefined for an account that nobody knows. Throws UnknownPersonError. */
async function personOf(
  deps: IdentifyDeps,
  context: TurnContext,
  organization: Organization,
  chat: PersonSighting['chat'],
): Promise<{ person: PersonRecord; member: Membership | undefined } | undefined> {
  const tenantId = conversationOf(context).tenantId ?? '';
  const fetchProfile = profileFetcher(context);
  const account = await deps.accountOf(context, tenantId, fetchProfile);
  if (!account) return undefined;
  const { from } = context.activity;
  const sighting: PersonSighting = {
    personId: `${tenantId}:${account}`,
    name: from.name || from.id,
    chat,
    async fetchProfile() {
      const { accountId: _known, ...profile } = await fetchProfile();
      return profile;
    },
  };
  let person = await rememberPerson(deps, organization, sighting);
  let member = await membershipOf(deps, organization, person);
  // Who has no rights may have got some since; who has them may have lost them where nobody tells us.
  const refreshed = await refreshProfile(deps, organization, person, sighting, member ? 'day' : 'minutes');
  if (refreshed !== person) {
    person = refreshed;
    member = await membershipOf(deps, organization, person);
  }
  return { person, member };
}
