import { contactDraft } from '#app/contact/contactRecord.ts';
import { dealMemoryDraft } from '#app/draft/dealMemory.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { contactOf, contoso, type DemoGuest, guests, personIdOf } from './guests.ts';
import { COLOGNE } from './organizations.ts';
import { putPast } from './past.ts';

/** What the bot knows before anybody has opened a chat: who is there, and where whoever tries it creates deals. */
export async function beginDemo(store: DocumentStore): Promise<void> {
  for (const guest of Object.values(guests)) await introduce(store, guest, guest.people[0]);
  for (const person of contoso.people.slice(1)) await introduce(store, contoso, person);
  const anna = { organization: contoso.id, personId: personIdOf(contoso) };
  // With two locations it would be asked first of all.
  await putPast(store, { Bellevue: contoso.mpnId, Köln: COLOGNE }, new Date());
  await store.create(dealMemoryDraft(anna, { location: contoso.mpnId, contacts: [], customers: [] }));
}

/** Who answers and who is a colleague is known by name, so that others can write to them. */
async function introduce(store: DocumentStore, guest: DemoGuest, person: string): Promise<void> {
  const { name, email } = contactOf(guest, person);
  const profile = { name, email, guest: false, asOf: new Date().toISOString() };
  const record = {
    kind: 'person' as const,
    personId: personIdOf(guest, person),
    profile,
    welcomed: false,
    outbox: [],
  };
  await store.create(contactDraft(guest.id, record, undefined));
}
