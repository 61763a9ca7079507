import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { MemberEntry, Organization } from '../ports/organizations.ts';
import { changeDocument } from './changeDocument.ts';
import { addressTerm, contactDraft, type PersonRecord, toBringUpToDate } from './contactRecord.ts';
import { type MemberRecord, memberDocumentId, memberDraft } from './member.ts';
import { allDocuments } from './recipients.ts';

/**
 * Brings the members listed in the organizations file into the store, at start. An entry counts only when it
 * changed since it was last taken over: what an administrator changed by card stays. Members who came from the file
 * and left it are removed.
 */
export async function loadMembers(
  deps: { store: DocumentStore; clock: Clock; newId: () => string },
  organization: Organization,
): Promise<void> {
  const listed = new Map(organization.members.map((entry) => [memberDocumentId(entry.email), entry]));
  for (const entry of listed.values()) await takeOver(deps, organization.id, entry);
  const stored = await allDocuments<MemberRecord>(deps.store, { partition: organization.id, kind: 'member' });
  for (const document of stored) {
    if (listed.has(document.id) || document.body.fileEntry === undefined) continue;
    await deps.store.remove(document.partition, document.id, document.etag);
  }
}

async function takeOver(
  deps: { store: DocumentStore; clock: Clock; newId: () => string },
  organization: string,
  entry: MemberEntry,
): Promise<void> {
  const fileEntry = JSON.stringify([entry.role, entry.locations]);
  const id = memberDocumentId(entry.email);
  const changed = await changeDocument<MemberRecord, boolean>(deps, organization, id, (document) => {
    if (document?.body.fileEntry === fileEntry) return { result: false };
    return { draft: memberDraft(organization, { ...entry, fileEntry }), result: true };
  });
  if (changed) await bringUpToDate(deps, organization, entry.email);
}

/** Whoever has the bot already gets what the new role makes them responsible for. */
async function bringUpToDate(
  deps: { store: DocumentStore; clock: Clock; newId: () => string },
  organization: string,
  email: string,
): Promise<void> {
  const people = await allDocuments<PersonRecord>(deps.store, {
    partition: organization,
    kind: 'person',
    terms: [addressTerm(email)],
  });
  const eventId = deps.newId();
  for (const { id } of people) {
    await changeDocument<PersonRecord, void>(deps, organization, id, (document) => {
      if (!document) return { result: undefined };
      const record = toBringUpToDate(document.body, eventId, deps.clock.now());
      return { draft: contactDraft(organization, record, document.lease), result: undefined };
    });
  }
}
