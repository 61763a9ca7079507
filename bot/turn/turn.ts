import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
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

const channelDataShape = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).optional(),
  team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
});

/** What an activity says about where it happened, read once and checked. */
export interface Place {
  tenantId: string | undefined;
  kind: 'personal' | 'channel' | 'group';
  /** Chat, or channel without its thread. */
  conversationId: string;
  /** The team's General channel; its id is also the team's. */
  teamChannelId: string | undefined;
  teamName: string | undefined;
  serviceUrl: string;
  botId: string;
  locale: string | undefined;
  timeZone: string | undefined;
}

/** One activity with everything that is known of who sent it and where. */
export interface Turn {
  context: TurnContext;
  place: Place;
  organization: Organization;
  person: PersonRecord;
  member: Membership | undefined;
  reader: Reader;
  audience: Audience;
  /** Document id of the contact that this conversation is. */
  contactId: string | undefined;
  /** The list from which the pressed card was opened. */
  from?: ListPosition | undefined;
}

export function placeOf(context: TurnContext): Place {
  const { activity } = context;
  const channelData = channelDataShape.safeParse(activity.channelData ?? {});
  const { tenant, team } = channelData.success ? channelData.data : {};
  const type = activity.conversation.conversationType;
  const [conversationId = ''] = activity.conversation.id.split(';');
  return {
    tenantId: (activity.conversation.tenantId ?? tenant?.id)?.toLowerCase(),
    kind:
      team || type === 'channel'
        ? 'channel'
        : type === 'groupChat' || activity.conversation.isGroup
          ? 'group'
          : 'personal',
    conversationId,
    teamChannelId: team?.id,
    teamName: team?.name,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient?.id ?? '',
    locale: activity.locale,
    timeZone: activity.localTimezone,
  };
}

/** For whom an answer in this turn is written; who says no time zone is taken to be in the organization's, `zone`. */
export function readerOf(place: Place, person: PersonRecord | undefined, zone: string): Reader {
  const locale = place.locale ?? person?.chat?.locale ?? 'en';
  return {
    language: person?.language ? languageOf(person.language) : languageOf(locale),
    locale,
    timeZone: place.timeZone ?? person?.chat?.timeZone ?? zone,
  };
}

/** A channel and a group chat are read by everyone in them. */
export function audienceOf(place: Place): Audience {
  return place.kind === 'personal' ? 'personal' : 'channel';
}

/** The contact whose cards stand in this conversation: the person in a personal chat, the team in its General channel. */
export function contactIdOf(place: Place, person: PersonRecord): string | undefined {
  if (place.kind === 'personal') return personDocumentId(person.personId);
  if (place.kind === 'channel') return channelDocumentId(place.conversationId);
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
  return turn.place.kind !== 'personal' && turn.audience === 'personal';
}
