import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Organization } from '../ports/organizations.ts';
import { changeDocument } from './changeDocument.ts';
import {
  type ChannelRecord,
  type ContactRecord,
  type Conversation,
  channelDocumentId,
  contactDraft,
  type PersonRecord,
  type Profile,
  personDocumentId,
} from './contactRecord.ts';
import type { OutboxEvent } from './outbox.ts';

const PROFILE_LIFE = 10 * 60_000;

export interface ContactDeps {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
  wake: () => void;
}

/** What one activity tells of a person. */
export interface PersonSighting {
  personId: string;
  /** The personal chat, where the activity came from it. `installed` absent: the activity does not say. */
  chat?: (Omit<Conversation, 'installed'> & { installed?: boolean | undefined }) | undefined;
  /** Asks Teams who this is; called on first contact only. */
  fetchProfile: () => Promise<Omit<Profile, 'asOf'>>;
}

/**
 * Remembers a person on installation and on any activity. Who becomes reachable is brought what is undecided
 * (CR-51). Throws what `fetchProfile` throws when a person seen for the first time cannot be looked up.
 */
export async function rememberPerson(
  deps: ContactDeps,
  organization: Organization,
  sighting: PersonSighting,
): Promise<PersonRecord> {
  const documentId = personDocumentId(sighting.personId);
  const known = await deps.store.read<PersonRecord>(organization.id, documentId);
  const profile = known?.body.profile ?? (await ask(deps, sighting));
  return remember<PersonRecord>(deps, organization, documentId, known, (present) => ({
    kind: 'person',
    personId: sighting.personId,
    profile: present?.profile ?? profile,
    language: present?.language,
    chat: sighting.chat ? chatAfter(present?.chat, sighting.chat) : present?.chat,
    welcomed: present?.welcomed ?? false,
    outbox: present?.outbox ?? [],
  }));
}

/**
 * Asks Teams again who a person is whose profile is older than ten minutes: for somebody without rights, who may have
 * been listed under a new address meanwhile. Keeps what is known when Teams does not say.
 */
export async function refreshProfile(
  deps: ContactDeps,
  organization: Organization,
  person: PersonRecord,
  sighting: PersonSighting,
): Promise<PersonRecord> {
  const age = deps.clock.now().getTime() - Date.parse(person.profile.asOf);
  if (age < PROFILE_LIFE) return person;
  const profile = await ask(deps, sighting).catch(() => undefined);
  if (!profile) return person;
  return remember<PersonRecord>(
    deps,
    organization,
    personDocumentId(person.personId),
    undefined,
    (present) => ({
      ...(present ?? person),
      profile,
    }),
  );
}

async function ask(deps: ContactDeps, sighting: PersonSighting): Promise<Profile> {
  const answer = await sighting.fetchProfile();
  return { ...answer, asOf: deps.clock.now().toISOString() };
}

/** Remembers a team's General channel on installation and on any activity of the team. */
export function rememberChannel(
  deps: ContactDeps,
  organization: Organization,
  channelId: string,
  chat: Omit<Conversation, 'installed'> & { installed?: boolean | undefined },
): Promise<ChannelRecord> {
  return remember<ChannelRecord>(deps, organization, channelDocumentId(channelId), undefined, (present) => ({
    kind: 'channel',
    channelId,
    // Many people write in a channel: it keeps the language in which it was installed.
    chat: { ...chatAfter(present?.chat, chat), locale: present?.chat.locale ?? chat.locale },
    welcomed: present?.welcomed ?? false,
    outbox: present?.outbox ?? [],
  }));
}

/** True for exactly one caller per contact, ever: a welcome is never repeated. */
export async function claimWelcome(
  deps: Pick<ContactDeps, 'store' | 'clock'>,
  organization: Organization,
  contactId: string,
): Promise<boolean> {
  return changeDocument<ContactRecord, boolean>(deps, organization.id, contactId, (document) => {
    if (!document || document.body.welcomed) return { result: false };
    return {
      draft: contactDraft(organization.id, { ...document.body, welcomed: true }, document.lease),
      result: true,
    };
  });
}

async function remember<R extends ContactRecord>(
  deps: ContactDeps,
  organization: Organization,
  documentId: string,
  known: StoredDocument<R> | undefined,
  next: (present: R | undefined) => R,
): Promise<R> {
  // Most activities tell nothing new: then one read is all it costs.
  if (known && same(known.body, next(known.body))) return known.body;
  const eventId = deps.newId();
  const outcome = await changeDocument<R, { record: R; added: boolean }>(
    deps,
    organization.id,
    documentId,
    (document) => {
      const wanted = next(document?.body);
      if (document && same(document.body, wanted)) return { result: { record: document.body, added: false } };
      const added = wanted.chat?.installed === true && document?.body.chat?.installed !== true;
      const record = added
        ? { ...wanted, outbox: [...wanted.outbox, addedEvent(eventId, deps.clock.now())] }
        : wanted;
      return { draft: contactDraft(organization.id, record, document?.lease), result: { record, added } };
    },
  );
  if (outcome.added) deps.wake();
  return outcome.record;
}

function addedEvent(id: string, now: Date): OutboxEvent<'recipient.added'> {
  const at = now.toISOString();
  return { id, type: 'recipient.added', at, attempts: 0, nextAt: at };
}

function chatAfter(
  present: Conversation | undefined,
  seen: Omit<Conversation, 'installed'> & { installed?: boolean | undefined },
): Conversation {
  return {
    serviceUrl: seen.serviceUrl,
    conversationId: seen.conversationId,
    tenantId: seen.tenantId,
    botId: seen.botId,
    // An activity from a chat shows that the bot is there, unless it says otherwise.
    installed: seen.installed ?? true,
    locale: seen.locale ?? present?.locale,
    timeZone: seen.timeZone ?? present?.timeZone,
  };
}

function same(one: ContactRecord, other: ContactRecord): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
