import { bringContactUpToDate } from '#app/contact/bringUpToDate.ts';
import { channelDocumentId } from '#app/contact/contactRecord.ts';
import { entryText } from '#app/organization/fileOverlay.ts';
import { locationsOf } from '#app/organization/locations.ts';
import {
  fileRoutes,
  type Route,
  type RouteRecord,
  routeDocumentId,
  routeDraft,
  routesOf,
} from '#app/organization/routes.ts';
import { type AuditEntry, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { mayRoute } from '#domain/administration/administration.ts';
import { ruleKey } from '#domain/referral/routing.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';

/** `exists`: the same route is there. `conflict`: the rule leads to another channel, and one rule leads to one. */
export type RouteMade =
  | { kind: 'done' }
  | { kind: 'exists' }
  | { kind: 'conflict'; channel: string }
  | { kind: 'unknown-channel' }
  | { kind: 'unknown-location' }
  | { kind: 'not-allowed' };

/**
 * Makes a channel route (CR-51), within what who makes it may see. The channel gets what is undecided and led to it now.
 */
export async function makeRoute(
  deps: AdministerDeps,
  input: AdministerInput & { route: Route },
): Promise<RouteMade> {
  const { organization, route } = input;
  if (!mayRoute(input.member, route)) return { kind: 'not-allowed' };
  const contactId = channelDocumentId(route.channel);
  const channel = await deps.store.read<'channel'>(organization.id, contactId);
  if (!channel?.body.chat.installed) return { kind: 'unknown-channel' };
  const locations = await locationsOf(deps, organization);
  if (route.location && !locations.some(({ mpnId }) => mpnId === route.location)) {
    return { kind: 'unknown-location' };
  }
  const key = ruleKey(route);
  const present = (await routesOf(deps, organization)).find((one) => one.key === key);
  if (present) return taken(present.channel, route.channel);
  const file = fileRoutes(organization).get(key);
  const at = deps.clock.now().toISOString();
  const entry: AuditEntry = {
    ...{ id: deps.newId(), at, by: input.personId, what: 'route.make' },
    ...{ about: route.channel, to: key },
  };
  const made = await changeDocument<'route', RouteMade>(
    deps,
    organization.id,
    routeDocumentId(key),
    (document) => {
      const known = document?.body;
      const fileEntry = file && entryText(file);
      // Two at once: whoever finds the other's route there, made for the same state of the file, comes too late.
      if (known?.byCard && !known.removed && known.fileEntry === fileEntry) {
        return { result: taken(known.entry.channel, route.channel) };
      }
      const made = { by: input.personId, at };
      const act = withAct(known, entry);
      const record: RouteRecord = { entry: route, fileEntry, byCard: true, made, outbox: [], ...act };
      return { draft: routeDraft(organization.id, record, document?.lease), result: { kind: 'done' } };
    },
  );
  if (made.kind !== 'done') return made;
  await bringContactUpToDate(deps, organization.id, contactId);
  deps.wake();
  return made;
}

function taken(present: string, wanted: string): RouteMade {
  return present === wanted ? { kind: 'exists' } : { kind: 'conflict', channel: present };
}
