import type { ChatMemory } from '#app/contact/chatMemory.ts';
import { channelDocumentId, type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import type { Audience } from '#cards/audience.ts';
import type { Reader } from '#cards/format.ts';
import { languageOf } from '#cards/say.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { Organization } from '#ports/organizations.ts';
import type { ListPosition } from './listPosition.ts';
import type { OutgoingMessage } from './message.ts';

/** What an activity says about where it happened, read once and checked. */
export interface Conversation {
  tenantId: string | undefined;
  kind: 'personal' | 'channel' | 'group';
  /** Chat, or channel without its thread. */
  conversationId: string;
  /** The same with its thread. */
  threadId: string;
  /** The team's General channel; its id is also the team's. */
  teamChannelId: string | undefined;
  teamName: string | undefined;
  /** The channel itself, which may be another one than General; in a shared one people of other companies read along. */
  channel?: { name: string | undefined; shared: boolean } | undefined;
  serviceUrl: string;
  botId: string;
  locale: string | undefined;
  timeZone: string | undefined;
}

/** One activity with everything that is known of who sent it and where. */
export interface Turn {
  /** What was typed, without the mention of the bot; empty for a press. */
  text: string;
  /** Tells it from its repeats; absent where Teams gave none. */
  activityId: string | undefined;
  /** The message whose button was pressed, or that was answered. */
  replyToId: string | undefined;
  /** Milliseconds since 1970 after which nothing is sent to Teams in this turn any more. */
  endsAt: number;
  /** A press that is answered in conversation. */
  pressed: boolean;
  conversation: Conversation;
  /** How Teams calls the person's account there: `29:…`. */
  accountId: string;
  /** It happened among others and yet is seen by nobody else, and so is every reply. */
  aside?: boolean | undefined;
  organization: Organization;
  person: PersonRecord;
  member: Membership | undefined;
  reader: Reader;
  audience: Audience;
  /** Document id of the contact that this conversation is. */
  contactId: string | undefined;
  /** Answers where it happened with a message of its own; gives back its id. */
  reply(message: OutgoingMessage): Promise<string | undefined>;
  /** It did not happen on a deal's own card: what is not asked for a card is answered in one line. */
  inLine?: boolean | undefined;
  /** What was asked and shown in this chat before; absent where nobody looked. */
  memory?: ChatMemory | undefined;
  /** The list from which the pressed card was opened. */
  from?: ListPosition | undefined;
}

/** For whom an answer in this turn is written; who says no zone or language is taken to have the organization's. */
export function readerOf(
  conversation: Conversation,
  person: PersonRecord | undefined,
  { workingHours, language }: Pick<Organization, 'workingHours' | 'language'>,
): Reader {
  const locale = conversation.locale || person?.chat?.locale || language || 'en';
  return {
    language: languageOf(person?.language ?? locale, language),
    locale,
    timeZone: conversation.timeZone ?? person?.chat?.timeZone ?? workingHours.timeZone,
  };
}

/** A channel and a group chat are read by everyone in them. */
export function audienceOf(conversation: Conversation): Audience {
  return conversation.kind === 'personal' ? 'personal' : 'channel';
}

/** The contact whose cards stand in this conversation: the person in a personal chat, the team in its General channel. */
export function contactIdOf(conversation: Conversation, person: PersonRecord): string | undefined {
  if (conversation.kind === 'personal') return personDocumentId(person.personId);
  if (conversation.kind === 'channel') return channelDocumentId(conversation.conversationId);
  return undefined;
}

/** The day that it is for the reader, or in the organization where their time zone is not known. */
export function todayOf(deps: { calendar: Calendar; clock: Clock }, turn: Turn): LocalDate {
  return dayWhere(deps, turn, deps.clock.now().toISOString());
}

/** The day of a moment where the person is. */
export function dayWhere(
  { calendar }: { calendar: Calendar },
  { reader, organization }: Turn,
  at: Instant,
): LocalDate {
  return calendar.toLocal(at, reader.timeZone ?? organization.workingHours.timeZone).date;
}

/** The same turn as if it had happened in the person's own chat: for what is answered there. */
export function inPersonalChat(turn: Turn): Turn {
  return { ...turn, audience: 'personal', contactId: personDocumentId(turn.person.personId) };
}

/** Whether what happened in a channel or a group is answered in the person's own chat. */
export function isMoved(turn: Turn): boolean {
  return turn.conversation.kind !== 'personal' && turn.audience === 'personal';
}
