import { addressOf, channelDocumentId, personDocumentId } from '#app/contact/contactRecord.ts';
import { locationsOf } from '#app/organization/locations.ts';
import {
  type RouteRecord,
  type RouteTest,
  routeDocumentId,
  routeDraft,
  routeInForce,
} from '#app/organization/routes.ts';
import { withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { backoff, leaseAfter } from '#app/store/outbox.ts';
import { mayRoute } from '#domain/administration/administration.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';

export type RouteProved = { kind: 'done' } | { kind: 'unknown' } | { kind: 'not-allowed' };

/** Has a marked test card sent along a route; how it ended is kept with the route. Asked twice at once, one is sent. */
export async function proveRoute(
  deps: AdministerDeps,
  input: AdministerInput & { key: string },
): Promise<RouteProved> {
  const { organization, key } = input;
  const present = await routeInForce(deps, organization, key);
  if (!present) return { kind: 'unknown' };
  if (!mayRoute(input.member, present.entry)) return { kind: 'not-allowed' };
  const at = deps.clock.now().toISOString();
  const eventId = deps.newId();
  await changeDocument<'route', void>(deps, organization.id, routeDocumentId(key), (document) => {
    const known = document?.body;
    if (known?.outbox.length && known.entry.channel === present.entry.channel) return { result: undefined };
    const record: RouteRecord = {
      ...present,
      byCard: known?.byCard ?? false,
      ...withAct(known, undefined),
      test: { state: 'waiting', at },
      outbox: [{ id: eventId, type: 'route.test', at, attempts: 0, nextAt: at, by: input.personId }],
    };
    return { draft: routeDraft(organization.id, record, document?.lease), result: undefined };
  });
  deps.wake();
  return { kind: 'done' };
}

/** After that many tries it is told that the test failed: somebody sits there and waits for it. */
const MOST_ATTEMPTS = 3;

/** Sends the test card that was asked for, and writes down how it ended. */
export async function workRoute(
  deps: Pick<AdministerDeps, 'store' | 'clock'> & {
    messenger: Messenger;
    organizations: Organizations;
  },
  claimed: StoredDocument<RouteRecord>,
): Promise<void> {
  const { entry, outbox } = claimed.body;
  const event = outbox.find(({ setAside }) => !setAside);
  const now = deps.clock.now();
  let end: RouteTest | undefined;
  let wait = 0;
  if (event) {
    const organization = deps.organizations.byId(claimed.partition);
    const channel = await deps.store.read<'channel'>(claimed.partition, channelDocumentId(entry.channel));
    const address = channel && addressOf(channel.body, organization);
    if (!address || !organization)
      end = { state: 'failed', at: now.toISOString(), reason: 'not installed there' };
    else {
      const locations = await locationsOf(deps, organization);
      const by = await deps.store.read<'person'>(claimed.partition, personDocumentId(event.by ?? ''));
      const delivery = await deps.messenger.post(address, {
        type: 'route-test',
        rule: entry,
        locationName: locations.find(({ mpnId }) => mpnId === entry.location)?.name,
        by: by?.body.profile.name,
      });
      const at = deps.clock.now().toISOString();
      if (delivery.outcome === 'sent') end = { state: 'delivered', at };
      else if (delivery.outcome !== 'later' || (delivery.counts && event.attempts + 1 >= MOST_ATTEMPTS)) {
        end = { state: 'failed', at, reason: delivery.reason };
      } else wait = delivery.after ?? backoff(event.attempts + 1);
    }
  }
  await changeDocument<'route', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const lease = leaseAfter(document.lease, claimed.lease);
    const nextAt = new Date(now.getTime() + wait).toISOString();
    const rest = document.body.outbox.flatMap((one) => {
      if (one.id !== event?.id) return [one];
      return end ? [] : [{ ...one, attempts: one.attempts + 1, nextAt }];
    });
    const asked = document.body.outbox.some(({ id }) => id === event?.id);
    const record = { ...document.body, outbox: rest, ...(end && asked && { test: end }) };
    return { draft: routeDraft(claimed.partition, record, lease), result: undefined };
  });
}
