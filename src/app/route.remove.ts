import { reachOf } from '../domain/administration.ts';
import { changeDocument } from './changeDocument.ts';
import { entryText } from './kept.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';
import { fileRoutes, type RouteRecord, routeDocumentId, routeDraft, routesOf } from './routes.ts';

export type RouteRemoved = { kind: 'done' } | { kind: 'unknown' } | { kind: 'not-allowed' };

/** Removes a channel route; no restart restores it. Cards that stand in the channel stay and are kept true. */
export async function removeRoute(
  deps: AdministerDeps,
  input: AdministerInput & { key: string },
): Promise<RouteRemoved> {
  const { organization, key } = input;
  if (reachOf(input.member) !== 'company') return { kind: 'not-allowed' };
  const present = (await routesOf(deps, organization)).find((one) => one.key === key);
  if (!present) return { kind: 'unknown' };
  const { key: _key, test: _test, ...entry } = present;
  const file = fileRoutes(organization).get(key);
  const removed = { at: deps.clock.now().toISOString(), by: input.personId };
  await changeDocument<RouteRecord, void>(deps, organization.id, routeDocumentId(key), (document) => {
    const record: RouteRecord = {
      entry,
      fileEntry: file && entryText(file),
      byCard: document?.body.byCard ?? false,
      removed,
      outbox: [],
    };
    return { draft: routeDraft(organization.id, record, document?.lease), result: undefined };
  });
  return { kind: 'done' };
}
