import { type RouteRecord, routeDocumentId, routeDraft, routeInForce } from '#app/organization/routes.ts';
import { type AuditEntry, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { mayRoute } from '#domain/administration/administration.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';

export type RouteRemoved = { kind: 'done' } | { kind: 'unknown' } | { kind: 'not-allowed' };

/** Removes a channel route; no restart restores it. Cards that stand in the channel stay and are kept true. */
export async function removeRoute(
  deps: AdministerDeps,
  input: AdministerInput & { key: string },
): Promise<RouteRemoved> {
  const { organization, key } = input;
  const present = await routeInForce(deps, organization, key);
  if (!present) return { kind: 'unknown' };
  if (!mayRoute(input.member, present.entry)) return { kind: 'not-allowed' };
  const removed = { at: deps.clock.now().toISOString(), by: input.personId };
  const entry: AuditEntry = {
    ...{ id: deps.newId(), ...removed, what: 'route.remove' },
    ...{ about: present.entry.channel, from: key },
  };
  await changeDocument<'route', void>(deps, organization.id, routeDocumentId(key), (document) => {
    const record: RouteRecord = {
      ...present,
      byCard: document?.body.byCard ?? false,
      removed,
      outbox: [],
      ...withAct(document?.body, entry),
    };
    return { draft: routeDraft(organization.id, record, document?.lease), result: undefined };
  });
  return { kind: 'done' };
}
