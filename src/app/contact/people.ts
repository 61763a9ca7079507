import type { Actor, Referral } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type PersonRecord, personDocumentId } from './contactRecord.ts';

/** A person by reference, or undefined for one who is not (or no longer) known. */
export async function readPerson(
  deps: { store: DocumentStore },
  organization: string,
  personId: string,
): Promise<PersonRecord | undefined> {
  const document = await deps.store.read<'person'>(organization, personDocumentId(personId));
  return document?.body;
}

/** The name of an actor who is a person known to the bot. */
export async function actorName(
  deps: { store: DocumentStore },
  organization: string,
  actor: Actor | undefined,
): Promise<string | undefined> {
  if (actor?.kind !== 'person') return undefined;
  return (await readPerson(deps, organization, actor.personId))?.profile.name;
}

/** What a contact is called: a person's name, or that of a team; undefined for one that is not known (any more). */
export async function nameOfContact(
  deps: { store: DocumentStore },
  organization: string,
  contactId: string,
): Promise<string | undefined> {
  const contact = (await deps.store.read<'person' | 'channel'>(organization, contactId))?.body;
  if (contact?.kind !== 'channel') return contact?.profile.name;
  const { teamName, channelName, teamChannelId } = contact;
  return teamChannelId === undefined
    ? teamName
    : [teamName, channelName].filter(Boolean).join(' › ') || undefined;
}

/** Names of people by their id, each read once; one who is not known any more has none. */
export async function namesOf(
  deps: { store: DocumentStore },
  organization: string,
  actors: readonly (Actor | undefined)[],
): Promise<Record<string, string>> {
  const ids = new Set(actors.flatMap((one) => (one?.kind === 'person' ? [one.personId] : [])));
  const found = await Promise.all(
    [...ids].map(async (id) => [id, (await readPerson(deps, organization, id))?.profile.name] as const),
  );
  return Object.fromEntries(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])));
}

/** The one who decided a referral, if it is decided. */
export function deciderOf(referral: Referral): Actor | undefined {
  if (referral.stage === 'accepted') return referral.acceptedBy;
  return referral.stage === 'closed' ? referral.closedBy : undefined;
}

/** The name of the person who decided a referral; undefined where nobody here did. */
export async function deciderName(
  deps: { store: DocumentStore },
  referral: Referral,
): Promise<string | undefined> {
  return actorName(deps, referral.organization, deciderOf(referral));
}
