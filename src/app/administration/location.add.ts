import { entryText } from '#app/organization/fileOverlay.ts';
import {
  fileLocations,
  type LocationRecord,
  locationDocumentId,
  locationDraft,
  locationsOf,
} from '#app/organization/locations.ts';
import { type AuditEntry, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { reachOf } from '#domain/administration/administration.ts';
import type { Location } from '#ports/organizations.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';

export type LocationAdded =
  | { kind: 'done' }
  | { kind: 'exists'; location: Location }
  | { kind: 'not-allowed' };

/** Adds a partner location to an organization. */
export async function addLocation(
  deps: AdministerDeps,
  input: AdministerInput & { location: Location },
): Promise<LocationAdded> {
  const { organization, location } = input;
  if (reachOf(input.member) !== 'company') return { kind: 'not-allowed' };
  const present = (await locationsOf(deps, organization)).find(({ mpnId }) => mpnId === location.mpnId);
  if (present) return { kind: 'exists', location: present };
  const file = fileLocations(organization).get(location.mpnId);
  const id = locationDocumentId(location.mpnId);
  const entry: AuditEntry = {
    ...{ id: deps.newId(), at: deps.clock.now().toISOString(), by: input.personId },
    ...{ what: 'location.add', about: location.mpnId, to: location.name },
  };
  return changeDocument<'location', LocationAdded>(deps, organization.id, id, (document) => {
    if (document && !document.body.removed && document.body.byCard) {
      return { result: { kind: 'exists', location: document.body.entry } };
    }
    const fileEntry = file && entryText(file);
    const act = withAct(document?.body, entry);
    const record: LocationRecord = { entry: location, fileEntry, byCard: true, ...act };
    return { draft: locationDraft(organization.id, record, document?.lease), result: { kind: 'done' } };
  });
}
