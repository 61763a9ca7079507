import type { Actor, Referral } from '../domain/referral.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { type PersonRecord, personDocumentId } from './contactRecord.ts';

/** A person by reference, or undefined for one who is not (or no longer) known. */
async function readPerson(
  deps: { store: DocumentStore },
  organization: string,
  personId: string,
): Promise<PersonRecord | undefined> {
  const document = await deps.store.read<PersonRecord>(organization, personDocumentId(personId));
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

/** The name of the person who decided a referral; undefined where nobody here did. */
export async function deciderName(
  deps: { store: DocumentStore },
  referral: Referral,
): Promise<string | undefined> {
  const actor =
    referral.stage === 'accepted'
      ? referral.acceptedBy
      : referral.stage === 'closed'
        ? referral.closedBy
        : undefined;
  return actorName(deps, referral.organization, actor);
}
