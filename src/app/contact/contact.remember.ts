import { changeDocument } from '#app/store/changeDocument.ts';
import type { Clock } from '#ports/clock.ts';
import type {
  DocumentKinds,
  DocumentOf,
  DocumentStore,
  DraftOf,
  Lease,
  StoredDocument,
} from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import {
  type ChannelRecord,
  type ChatReference,
  CONTACT_SCHEMA,
  type ContactRecord,
  channelDocumentId,
  channelDraft,
  contactDraft,
  type PersonRecord,
  type Profile,
  personDocumentId,
  personDraft,
  toBringUpToDate,
} from './contactRecord.ts';

/** How long what Teams said of somebody is believed: without rights for minutes, with them for a day. */
const PROFILE_LIFE = { minutes: 10 * 60_000, day: 24 * 3_600_000 } as const;

export interface ContactDeps {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
}

/** What one activity tells of a person. */
export interface PersonSighting {
  personId: string;
  /** As the activity gives it. */
  name: string;
  /** The personal chat, where the activity came from it. `installed` absent: the activity does not say. */
  chat?: (Omit<ChatReference, 'installed'> & { installed?: boolean | undefined }) | undefined;
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
  const known = await deps.store.read<'person'>(organization.id, documentId);
  const profile = known?.body.profile ?? (await ask(deps, sighting).catch(provisional(sighting)));
  return remember<'person'>(deps, organization, documentId, asPerson(organization), known, (present) => ({
    ...present,
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
 * Asks Teams again who a person is whose profile is older than `life`: ten minutes for somebody without rights, who may
 * have been listed under a new address meanwhile, and a day for everybody else, who may have become a guest or have
 * left. Keeps what is known when Teams does not say.
 */
export async function refreshProfile(
  deps: ContactDeps,
  organization: Organization,
  person: PersonRecord,
  sighting: PersonSighting,
  life: keyof typeof PROFILE_LIFE,
): Promise<PersonRecord> {
  const age = deps.clock.now().getTime() - Date.parse(person.profile.asOf);
  if (age < PROFILE_LIFE[life] && !person.profile.gone) return person;
  const profile = await ask(deps, sighting).catch(() => undefined);
  if (!profile) return person;
  const eventId = deps.newId();
  return remember<'person'>(
    deps,
    organization,
    personDocumentId(person.personId),
    asPerson(organization),
    undefined,
    (present) => ({
      // Under another address somebody may be responsible for more.
      ...toBringUpToDate(present ?? person, eventId, deps.clock.now()),
      profile,
    }),
  );
}

/**
 * An installation is announced once, so it must not be lost because Teams does not say who it was. Until it does, at
 * the next activity, nobody has a right by this profile.
 */
function provisional({ chat, name }: PersonSighting): (error: unknown) => Profile {
  return (error) => {
    if (!chat?.installed) throw error;
    return { name, guest: false, asOf: new Date(0).toISOString() };
  };
}

async function ask(deps: ContactDeps, sighting: PersonSighting): Promise<Profile> {
  const answer = await sighting.fetchProfile();
  return { ...answer, asOf: deps.clock.now().toISOString() };
}

/** What Teams says of a channel beside its id. */
export type ChannelNames = Pick<ChannelRecord, 'teamName' | 'channelName' | 'teamChannelId' | 'shared'>;

/**
 * Remembers a channel: a team's General channel on installation and on any activity of the team, another one when
 * somebody who may wants referrals there. That alone brings no referral to it (CR-51).
 */
export function rememberChannel(
  deps: ContactDeps,
  organization: Organization,
  channelId: string,
  chat: Omit<ChatReference, 'installed'> & { installed?: boolean | undefined },
  names: ChannelNames = {},
): Promise<ChannelRecord> {
  const draftOf = (record: ChannelRecord, lease: Lease | undefined) =>
    channelDraft(organization.id, record, lease);
  return remember<'channel'>(
    deps,
    organization,
    channelDocumentId(channelId),
    draftOf,
    undefined,
    (present) => ({
      ...present,
      kind: 'channel',
      channelId,
      teamChannelId: names.teamChannelId ?? present?.teamChannelId,
      channelName: names.channelName ?? present?.channelName,
      shared: names.shared ?? present?.shared,
      teamName: names.teamName ?? present?.teamName,
      takesRest: isInstalledAnew(present, chat.installed)
        ? (present?.takesRest ?? false)
        : present?.takesRest,
      // Many people write in a channel: it keeps the language in which it was installed.
      chat: { ...chatAfter(present?.chat, chat), locale: present?.chat.locale ?? chat.locale },
      welcomed: present?.welcomed ?? false,
      outbox: present?.outbox ?? [],
    }),
  );
}

/** An installation is announced; any other activity only shows that the bot is still there. */
function isInstalledAnew(present: ChannelRecord | undefined, announced: boolean | undefined): boolean {
  return !present || (announced === true && !present.chat.installed);
}

/** True for exactly one caller per contact, ever: a welcome is never repeated. */
export async function claimWelcome(
  deps: Pick<ContactDeps, 'store' | 'clock'>,
  organization: Organization,
  contactId: string,
): Promise<boolean> {
  return changeDocument<'person' | 'channel', boolean>(deps, organization.id, contactId, (document) => {
    if (!document || document.body.welcomed) return { result: false };
    return {
      draft: contactDraft(organization.id, { ...document.body, welcomed: true }, document.lease),
      result: true,
    };
  });
}

function asPerson({ id }: Organization) {
  return (record: PersonRecord, lease: Lease | undefined) => personDraft(id, record, lease);
}

async function remember<K extends 'person' | 'channel'>(
  deps: ContactDeps,
  organization: Organization,
  documentId: string,
  draftOf: (record: DocumentKinds[K], lease: Lease | undefined) => DraftOf<K>,
  known: DocumentOf<K> | undefined,
  next: (present: DocumentKinds[K] | undefined) => DocumentKinds[K],
): Promise<DocumentKinds[K]> {
  // Most activities tell nothing new: then one read is all it costs.
  if (known && !known.body.missed?.length && isPresent(known, next(known.body))) return known.body;
  const eventId = deps.newId();
  return changeDocument<K, DocumentKinds[K]>(deps, organization.id, documentId, (document) => {
    const wanted = next(document?.body);
    const reached = wanted.chat?.installed === true && document?.body.chat?.installed !== true;
    const behind = reached || Boolean(wanted.missed?.length);
    const record = behind ? toBringUpToDate(wanted, eventId, deps.clock.now()) : wanted;
    if (document && isPresent(document, record)) return { result: document.body };
    return { draft: draftOf(record, document?.lease), result: record };
  });
}

function chatAfter(
  present: ChatReference | undefined,
  seen: Omit<ChatReference, 'installed'> & { installed?: boolean | undefined },
): ChatReference {
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

function isPresent({ schema, body }: StoredDocument<ContactRecord>, record: ContactRecord): boolean {
  return schema >= CONTACT_SCHEMA && JSON.stringify(body) === JSON.stringify(record);
}
