import { openStages } from '#app/list/openDeals.ts';
import { entryText } from '#app/organization/fileOverlay.ts';
import {
  fileLocations,
  type LocationRecord,
  locationDocumentId,
  locationDraft,
  locationsOf,
} from '#app/organization/locations.ts';
import { memberLocationTerm } from '#app/organization/member.ts';
import { routesOf } from '#app/organization/routes.ts';
import { type AuditEntry, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { reachOf } from '#domain/administration/administration.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';

/** What keeps a location from being removed; counts up to 101. */
export interface LocationUse {
  deals: number;
  /** E-mails of the first few members of this location, and how many there are. */
  members: readonly string[];
  memberCount: number;
  routes: number;
}

export type LocationRemoved =
  | { kind: 'done' }
  | { kind: 'in-use'; use: LocationUse }
  | { kind: 'unknown' }
  | { kind: 'not-allowed' };

/** Removes a location that nothing needs any more: no open deal, no member, no route. No restart restores it. */
export async function removeLocation(
  deps: AdministerDeps,
  input: AdministerInput & { mpnId: string },
): Promise<LocationRemoved> {
  const { organization, mpnId } = input;
  if (reachOf(input.member) !== 'company') return { kind: 'not-allowed' };
  const present = (await locationsOf(deps, organization)).find((location) => location.mpnId === mpnId);
  if (!present) return { kind: 'unknown' };
  const use = await useOf(deps, organization, mpnId);
  if (use.deals + use.memberCount + use.routes > 0) return { kind: 'in-use', use };
  const file = fileLocations(organization).get(mpnId);
  const removed = { at: deps.clock.now().toISOString(), by: input.personId };
  const entry: AuditEntry = {
    ...{ id: deps.newId(), ...removed, what: 'location.remove' },
    ...{ about: mpnId, from: present.name },
  };
  await changeDocument<'location', void>(deps, organization.id, locationDocumentId(mpnId), (document) => {
    const record: LocationRecord = {
      entry: present,
      fileEntry: file && entryText(file),
      byCard: true,
      removed,
      ...withAct(document?.body, entry),
    };
    return { draft: locationDraft(organization.id, record, document?.lease), result: undefined };
  });
  return { kind: 'done' };
}

const MOST = 101;
const MOST_NAMED = 3;

async function useOf(
  deps: { store: DocumentStore },
  organization: Organization,
  mpnId: string,
): Promise<LocationUse> {
  const [deals, members, routes] = await Promise.all([
    deps.store.list({
      partition: organization.id,
      kind: 'referral',
      where: { stage: openStages, location: mpnId },
      limit: MOST,
    }),
    deps.store.list<'member'>({
      partition: organization.id,
      kind: 'member',
      terms: [memberLocationTerm(mpnId)],
      limit: MOST,
    }),
    routesOf(deps, organization),
  ]);
  return {
    deals: deals.documents.length,
    members: members.documents.slice(0, MOST_NAMED).map(({ body }) => body.email),
    memberCount: members.documents.length,
    routes: routes.filter(({ location }) => location === mpnId).length,
  };
}
