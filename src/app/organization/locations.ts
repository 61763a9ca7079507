import { allDocuments } from '#app/store/allDocuments.ts';
import { type Audited, auditDue } from '#app/store/audit.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';
import type { Location, Organization } from '#ports/organizations.ts';
import { type Kept, overlay } from './fileOverlay.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    location: LocationRecord;
  }
}

/** What Partner Center sends may be longer; it is no location of ours then. */
const MOST_MPN_ID = 100;

/** A location that was added or removed by card. */
export type LocationRecord = Kept<Location> & Audited;

/**
 * The locations of an organization, in the order in which they are offered: those of the file, without what was
 * removed by card, then those added by card.
 */
export async function locationsOf(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<readonly Location[]> {
  const stored = await allDocuments<'location'>(deps.store, {
    partition: organization.id,
    kind: 'location',
  });
  const kept = new Map(stored.map(({ body }) => [body.entry.mpnId, body]));
  return [...overlay(fileLocations(organization), kept).values()];
}

/**
 * What a location is called, also one that was removed meanwhile; undefined for one that nobody has named. Every card
 * asks for it, so it costs one read and no query.
 */
export async function locationName(
  deps: { store: DocumentStore },
  organization: Organization,
  mpnId: string | undefined,
): Promise<string | undefined> {
  if (mpnId === undefined || mpnId.length > MOST_MPN_ID) return undefined;
  const listed = fileLocations(organization).get(mpnId);
  const document = await deps.store.read<'location'>(organization.id, locationDocumentId(mpnId));
  const file = new Map(listed ? [[mpnId, listed]] : []);
  const kept = new Map(document ? [[mpnId, document.body]] : []);
  return (overlay(file, kept).get(mpnId) ?? document?.body.entry ?? listed)?.name;
}

/** The locations as the organizations file has them, by MPN id. */
export function fileLocations(organization: Organization): Map<string, Location> {
  return new Map(organization.locations.map((location) => [location.mpnId, location]));
}

/** The id of a location's document in the organization's partition. */
export function locationDocumentId(mpnId: string): string {
  return `location:${mpnId}`;
}

/** The document of a location in the organization's partition. */
export function locationDraft(
  organization: string,
  record: LocationRecord,
  lease?: Lease | undefined,
): DraftOf<'location'> {
  return {
    partition: organization,
    id: locationDocumentId(record.entry.mpnId),
    kind: 'location',
    schema: 1,
    dueAt: lease?.until ?? auditDue(record),
    lease,
    body: record,
  };
}
