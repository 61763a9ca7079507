import type { ChannelRecord } from '#app/contact/contactRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { routesFor } from '#domain/referral/routing.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { routesOf } from './routes.ts';

/** A channel that is told of a referral, and why. */
export interface RoutedChannel {
  contact: ChannelRecord;
  why: 'channel' | 'route';
}

/** The channels of an organization where the bot is installed. */
export async function channelsOf(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<ChannelRecord[]> {
  const channels = await allDocuments<'channel'>(deps.store, {
    partition: organization.id,
    kind: 'channel',
    where: { installed: true },
  });
  return channels.map(({ body }) => body);
}

/**
 * The channels that are told of a referral (CR-51). Without any route: all of them. With routes: where the most exact
 * ones lead; what no route fits goes to the channels that no route names, so that nothing gets lost because somebody
 * made a route for something else. A route to a channel where the bot is no longer installed counts for nothing.
 */
export async function routedChannels(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<RoutedChannel[]> {
  const [channels, routes] = await Promise.all([
    channelsOf(deps, organization),
    routesOf(deps, organization),
  ]);
  const installed = new Set(channels.map(({ channelId }) => channelId));
  const usable = routes.filter(({ channel }) => installed.has(channel));
  const chosen = new Set(routesFor(usable, referral).map(({ channel }) => channel));
  if (chosen.size > 0) {
    return channels
      .filter(({ channelId }) => chosen.has(channelId))
      .map((contact) => ({ contact, why: 'route' }));
  }
  const named = new Set(routes.map(({ channel }) => channel));
  return channels
    .filter(({ channelId }) => !named.has(channelId))
    .map((contact) => ({ contact, why: 'channel' }));
}
