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
 * Whether what no route fits is shown in a channel (CR-51): where an admin of the whole company said so, or nobody has
 * been asked yet because it was so before anybody had to say. In trial mode everyone is an admin, and installing is enough.
 */
export function takesRest(organization: Organization, channel: ChannelRecord): boolean {
  if (organization.open) return channel.teamChannelId === undefined || channel.takesRest === true;
  return channel.takesRest !== false;
}

/**
 * The channels that are told of a referral (CR-51): where the most exact routes lead; what no route fits goes to the
 * channels that take the rest and that no route names, so that nothing gets lost because somebody made a route for
 * something else. A route to a channel where the bot is no longer installed counts for nothing.
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
    .filter((channel) => takesRest(organization, channel) && !named.has(channel.channelId))
    .map((contact) => ({ contact, why: 'channel' }));
}
