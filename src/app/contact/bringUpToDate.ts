import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { addressTerm, contactDraft, toBringUpToDate } from './contactRecord.ts';

export interface ReachDeps {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
}

/** Whoever has the bot already gets what a new role makes them responsible for (CR-51). */
export async function bringUpToDate(deps: ReachDeps, organization: string, email: string): Promise<void> {
  const people = await allDocuments<'person'>(deps.store, {
    partition: organization,
    kind: 'person',
    terms: [addressTerm(email)],
  });
  for (const { id } of people) await bringContactUpToDate(deps, organization, id);
}

/** The same for one contact, a channel for instance to which a route leads now. */
export async function bringContactUpToDate(
  deps: ReachDeps,
  organization: string,
  contactId: string,
): Promise<void> {
  const eventId = deps.newId();
  await changeDocument<'person' | 'channel', void>(deps, organization, contactId, (document) => {
    if (!document) return { result: undefined };
    const record = toBringUpToDate(document.body, eventId, deps.clock.now());
    return { draft: contactDraft(organization, record, document.lease), result: undefined };
  });
}
