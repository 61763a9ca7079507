import type { Referral } from '../domain/referral.ts';
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
  if (actor?.kind !== 'person') return undefined;
  return (await readPerson(deps, referral.organization, actor.personId))?.profile.name;
}
