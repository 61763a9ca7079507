import { entryText } from '#app/organization/fileOverlay.ts';
import {
  fileLocations,
  type LocationRecord,
  locationDocumentId,
  locationDraft,
  locationsOf,
} from '#app/organization/locations.ts';
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
  return changeDocument<'location', LocationAdded>(deps, organization.id, id, (document) => {
    if (document && !document.body.removed && document.body.byCard) {
      return { result: { kind: 'exists', location: document.body.entry } };
    }
    const fileEntry = file && entryText(file);
    const record: LocationRecord = { entry: location, fileEntry, byCard: true };
    return { draft: locationDraft(organization.id, record), result: { kind: 'done' } };
  });
}
