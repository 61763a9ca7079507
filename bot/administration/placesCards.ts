import { locationsOf } from '#app/organization/locations.ts';
import { channelsOf } from '#app/organization/routedChannels.ts';
import { routesOf } from '#app/organization/routes.ts';
import { readStatus } from '#app/organization/status.note.ts';
import { type LocationLead, locationsCard } from '#cards/administration/locations/locations.card.ts';
import { routesCard } from '#cards/administration/routes/routes.card.ts';
import type { RouteForm, RouteLead, RouteRow } from '#cards/administration/routes/view.ts';
import type { CardJson } from '#cards/expand.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { reachOf } from '#domain/administration/administration.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

type StoreDeps = { store: DocumentStore };

/** The card of the locations. */
export async function locationsList(deps: StoreDeps, turn: Turn, lead?: LocationLead): Promise<CardJson> {
  const { organization, reader, member } = turn;
  const [places, status] = await Promise.all([
    locationsOf(deps, organization),
    readStatus(deps, organization),
  ]);
  const manageable = reachOf(member) === 'company';
  const stray = manageable ? status.strayLocations.map(({ mpnId }) => mpnId) : [];
  return locationsCard({ ...reader, kind: 'list', places, stray, manageable, lead });
}

/** The card of the channel routes. */
export async function routesList(deps: StoreDeps, turn: Turn, lead?: RouteLead): Promise<CardJson> {
  const { organization, reader, member } = turn;
  const [routes, channels] = await Promise.all([
    routeRows(deps, organization),
    channelsOf(deps, organization),
  ]);
  const named = new Set((await routesOf(deps, organization)).map(({ channel }) => channel));
  const rest = channels.filter(({ channelId }) => !named.has(channelId));
  return routesCard({
    ...reader,
    kind: 'list',
    routes,
    rest: rest.map(({ teamName }) => teamName ?? '…'),
    manageable: reachOf(member) === 'company',
    lead,
  });
}

/** The form to make a route. */
export async function addRouteCard(
  deps: StoreDeps,
  turn: Turn,
  extras: { here?: string | undefined; form?: RouteForm; lead?: RouteLead } = {},
): Promise<CardJson> {
  const { organization, reader } = turn;
  const [channels, places] = await Promise.all([
    channelsOf(deps, organization),
    locationsOf(deps, organization),
  ]);
  const teams = channels.map(({ channelId, teamName }) => ({ channel: channelId, team: teamName }));
  return routesCard({ ...reader, kind: 'add', teams, places, ...extras });
}

/** The routes as cards show them: names in place of ids. */
export async function routeRows(deps: StoreDeps, organization: Organization): Promise<RouteRow[]> {
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
      team: installed ? installed.teamName : channel,
      installed: installed !== undefined,
      location: location && (locations.find(({ mpnId }) => mpnId === location)?.name ?? location),
      solution: solutionName ?? solution,
      test,
    };
  });
}
