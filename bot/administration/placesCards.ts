import type { ChannelSwitched } from '#app/administration/channel.switch.ts';
import type { ChannelRecord } from '#app/contact/contactRecord.ts';
import { readPerson } from '#app/contact/people.ts';
import { locationsOf } from '#app/organization/locations.ts';
import { channelsOf, takesRest } from '#app/organization/routedChannels.ts';
import { routesOf } from '#app/organization/routes.ts';
import { readStatus } from '#app/organization/status.note.ts';
import { type LocationResult, locationsCard } from '#cards/administration/locations/locations.card.ts';
import { channelTitle } from '#cards/administration/routes/describe.ts';
import { routesCard } from '#cards/administration/routes/routes.card.ts';
import type { RouteForm, RouteResult, RouteRow, ShownChannel } from '#cards/administration/routes/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { say } from '#cards/say.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { mayRoute, reachOf } from '#domain/administration/administration.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

type StoreDeps = { store: DocumentStore };

/** The card of the locations. */
export async function locationsList(
  deps: StoreDeps,
  turn: Turn,
  resultLine?: LocationResult,
): Promise<CardJson> {
  const { organization, reader, member } = turn;
  const [places, status] = await Promise.all([
    locationsOf(deps, organization),
    readStatus(deps, organization),
  ]);
  const manageable = reachOf(member) === 'company';
  const stray = manageable ? status.strayLocations.map(({ mpnId }) => mpnId) : [];
  return locationsCard({ ...reader, kind: 'list', places, stray, manageable, resultLine });
}

/** The card of the channel routes. */
export async function routesList(deps: StoreDeps, turn: Turn, resultLine?: RouteResult): Promise<CardJson> {
  const { organization, reader, member } = turn;
  const [rows, channels] = await Promise.all([routeRows(deps, organization), channelsOf(deps, organization)]);
  const named = new Set((await routesOf(deps, organization)).map(({ channel }) => channel));
  const rest = channels.filter((one) => takesRest(organization, one) && !named.has(one.channelId));
  return routesCard({
    ...reader,
    kind: 'list',
    routes: rows.map((row) => ({ ...row, mine: mayRoute(member, { location: row.mpnId }) })),
    rest: rest.map(shownChannel),
    manageable: reachOf(member) !== 'none',
    resultLine,
  });
}

/** The form to make a route. */
export async function addRouteCard(
  deps: StoreDeps,
  turn: Turn,
  extras: { here?: string | undefined; form?: RouteForm; resultLine?: RouteResult } = {},
): Promise<CardJson> {
  const { organization, reader, member } = turn;
  const [channels, locations] = await Promise.all([
    channelsOf(deps, organization),
    locationsOf(deps, organization),
  ]);
  const teams = channels.map((one) => ({ channel: one.channelId, ...shownChannel(one) }));
  const places = locations.filter(({ mpnId }) => mayRoute(member, { location: mpnId }));
  return routesCard({ ...reader, kind: 'add', teams, places, anyLocation: mayRoute(member, {}), ...extras });
}

/** A channel as cards name it. */
export function shownChannel({ teamName, channelName, teamChannelId, shared }: ChannelRecord): ShownChannel {
  return { team: teamName, name: teamChannelId === undefined ? undefined : (channelName ?? ''), shared };
}

/** What an admin has just said of a channel, or somebody else before. */
export async function switchedList(
  deps: StoreDeps,
  turn: Turn,
  outcome: ChannelSwitched,
  wanted: boolean,
): Promise<CardJson> {
  const { reader, organization } = turn;
  if (!('channel' in outcome))
    return routesCard({ ...reader, kind: 'switched', on: wanted, resultLine: { code: 'channelGone' } });
  const { channel, kind } = outcome;
  const on = kind === 'decided' ? channel.takesRest !== false : wanted;
  const code =
    kind === 'kept' ? ('channelKept' as const) : on ? ('channelOn' as const) : ('channelOff' as const);
  const decider = kind === 'decided' ? await readPerson(deps, organization.id, outcome.by) : undefined;
  const someone = say(reader.language, 'referral.someone');
  const quicker = kind === 'decided' ? (decider?.profile.name ?? someone) : undefined;
  const team = channelTitle(shownChannel(channel), reader);
  const resultLine = { code, team, ...(quicker && { quicker }) };
  return routesCard({ ...reader, kind: 'switched', channel: channel.channelId, on, resultLine });
}

/** The routes as cards show them: names in place of ids. */
export async function routeRows(
  deps: StoreDeps,
  organization: Organization,
): Promise<(RouteRow & { mpnId?: string | undefined; channel: string })[]> {
  const [routes, channels, locations] = await Promise.all([
    routesOf(deps, organization),
    channelsOf(deps, organization),
    locationsOf(deps, organization),
  ]);
  return routes.map(({ key, channel, location, solution, solutionName, test }) => {
    const installed = channels.find(({ channelId }) => channelId === channel);
    return {
      key,
      // Of a team without the bot nothing but the id is known, and a slip in the file shows.
      ...(installed ? shownChannel(installed) : { team: channel }),
      installed: installed !== undefined,
      mpnId: location,
      channel,
      location: location && (locations.find(({ mpnId }) => mpnId === location)?.name ?? location),
      solution: solutionName ?? solution,
      test,
    };
  });
}
