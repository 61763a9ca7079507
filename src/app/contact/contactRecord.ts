import { type Audited, auditDue } from '#app/store/audit.ts';
import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import type { Instant } from '#domain/values/instant.ts';
import { queryTerms, searchTerms } from '#domain/values/searchTerms.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';
import type { Address } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    person: PersonRecord;
    channel: ChannelRecord;
  }
}

/** What can be left to do for a contact: bring the cards that it missed, or ask an admin about a channel (CR-51). */
export type ContactEvent = OutboxEvent<'recipient.added' | 'channel.ask'> & {
  /** The contact that is asked. */
  to?: string | undefined;
};

/** Where the bot can reach somebody. */
export interface ChatReference {
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  botId: string;
  /** Whether the bot is installed there. */
  installed: boolean;
  locale?: string | undefined;
  timeZone?: string | undefined;
}

/** What Teams says of a person, asked on first contact. */
export interface Profile {
  name: string;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  guest: boolean;
  /** Where the account is at home; differs from the conversation's tenant in shared channels. */
  homeTenantId?: string | undefined;
  /** Teams knows nobody like that any more. */
  gone?: boolean | undefined;
  /** When Teams said so. */
  asOf: Instant;
}

/** A person is tenant and Entra object id, never card data. */
export interface PersonRecord {
  kind: 'person';
  /** `<tenant>:<aadObjectId>` */
  personId: string;
  profile: Profile;
  /** Chosen by `language`; wins over every locale. */
  language?: string | undefined;
  chat?: ChatReference | undefined;
  welcomed: boolean;
  /** Ids of referrals whose card could not be brought up to date while the bot was not installed, oldest first. */
  missed?: readonly string[] | undefined;
  outbox: ContactEvent[];
}

/** A team's General channel, or another one of its channels to which somebody may route referrals. */
export interface ChannelRecord extends Audited {
  kind: 'channel';
  channelId: string;
  /** The team's General channel, where this is another one of the team. */
  teamChannelId?: string | undefined;
  /** The channel's own name, once Teams has said it. */
  channelName?: string | undefined;
  /** People of other companies read it as well. */
  shared?: boolean | undefined;
  /** The team's name, once Teams has said it. */
  teamName?: string | undefined;
  chat: ChatReference;
  welcomed: boolean;
  /**
   * Whether what no route fits is shown here, because an admin of the whole company said so (CR-51). Absent: stored when
   * an installation by anybody was enough; it goes on, and the admins are asked.
   */
  takesRest?: boolean | undefined;
  /** When the admins were asked whether it is to go on. */
  askedAt?: Instant | undefined;
  /** The people because of whom they were asked: who had referrals sent here and may not see them any more. */
  askedAbout?: readonly string[] | undefined;
  /** Who said last, and when, whether referrals come here. */
  said?: { by: string; at: Instant } | undefined;
  /** As for a person. */
  missed?: readonly string[] | undefined;
  outbox: ContactEvent[];
}

export type ContactRecord = PersonRecord | ChannelRecord;

/** The id of a person's document in the organization's partition. */
export function personDocumentId(personId: string): string {
  return `person:${personId}`;
}

/** Whether a contact is the chat of one person. */
export function isPersonContact(contactId: string): boolean {
  return contactId.startsWith('person:');
}

/** The id of a channel's document in the organization's partition. */
export function channelDocumentId(channelId: string): string {
  return `channel:${channelId}`;
}

/** Shape of a contact's document; from 2 on people are found by name. */
export const CONTACT_SCHEMA = 2;

/** The document of a contact in its organization's partition; a person is found by address and by name as well. */
export function contactDraft(
  organization: string,
  record: ContactRecord,
  lease: Lease | undefined,
): DraftOf<'person' | 'channel'> {
  return record.kind === 'person'
    ? personDraft(organization, record, lease)
    : channelDraft(organization, record, lease);
}

/** The same for one that is known to be a person. */
export function personDraft(
  organization: string,
  record: PersonRecord,
  lease: Lease | undefined,
): DraftOf<'person'> {
  const id = personDocumentId(record.personId);
  return {
    ...common(organization, record, lease),
    id,
    kind: 'person',
    terms: personTerms(record.profile),
    body: record,
  };
}

/** The same for one that is known to be a channel. */
export function channelDraft(
  organization: string,
  record: ChannelRecord,
  lease: Lease | undefined,
): DraftOf<'channel'> {
  const id = channelDocumentId(record.channelId);
  return { ...common(organization, record, lease), id, kind: 'channel', terms: [], body: record };
}

function common(organization: string, record: ContactRecord, lease: Lease | undefined) {
  const { outbox, chat } = record;
  const agenda = record.kind === 'channel' ? [auditDue(record)] : [];
  return {
    partition: organization,
    schema: CONTACT_SCHEMA,
    dueAt: nextDue(outbox, agenda, lease),
    lease,
    index: { installed: chat?.installed ?? false },
  };
}

/** What a person is found by: the addresses whole, and the beginnings of the words of the name. */
function personTerms(profile: Profile): string[] {
  return [
    ...addressesOf(profile).map(addressTerm),
    ...searchTerms([profile.name]).map((term) => `name:${term}`),
  ];
}

/** The terms that a person carries whose name has words beginning like these; none: nothing to look for. */
export function nameTerms(text: string): string[] {
  return queryTerms(text).map((term) => `name:${term}`);
}

/** The term under which a person with this e-mail or user principal name is found. */
export function addressTerm(address: string): string {
  return `address:${address.toLowerCase()}`;
}

/** E-mail and user principal name in lower case, without repeats. */
export function addressesOf(profile: Profile): string[] {
  const given = [profile.email, profile.userPrincipalName].filter((address) => address !== undefined);
  return [...new Set(given.map((address) => address.toLowerCase()))];
}

/**
 * Where and how to write to a contact, or undefined where the bot is not installed. The organization's zone and language
 * are for somebody whose own are not known.
 */
export function addressOf(
  record: ContactRecord,
  organization?: Pick<Organization, 'workingHours' | 'language'>,
): Address | undefined {
  const { chat } = record;
  if (!chat?.installed) return undefined;
  return {
    kind: record.kind,
    serviceUrl: chat.serviceUrl,
    conversationId: chat.conversationId,
    tenantId: chat.tenantId,
    botId: chat.botId,
    locale:
      (record.kind === 'person' ? record.language : undefined) ??
      chat.locale ??
      organization?.language ??
      'en',
    otherwise: organization?.language,
    timeZone: chat.timeZone ?? organization?.workingHours.timeZone,
  };
}

const MOST_MISSED = 500;

/** The contact with one more referral whose card could not be brought up to date. */
export function withMissed<R extends ContactRecord>(record: R, referralId: string): R {
  const others = (record.missed ?? []).filter((id) => id !== referralId);
  return { ...record, missed: [...others, referralId].slice(-MOST_MISSED) };
}

/** The contact with the task to bring what it has not got; once is enough. */
export function toBringUpToDate<R extends ContactRecord>(record: R, eventId: string, now: Date): R {
  if (record.outbox.some(({ type, setAside }) => type === 'recipient.added' && !setAside)) return record;
  const at = now.toISOString();
  const event = { id: eventId, type: 'recipient.added' as const, at, attempts: 0, nextAt: at };
  return { ...record, outbox: [...record.outbox, event] };
}
