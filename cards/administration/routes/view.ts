import type { Reader } from '#cards/format.ts';
import type { PanelForm } from '#cards/panel/form.ts';
import type { Instant } from '#domain/values/instant.ts';

/** A channel route as it is shown. */
export interface RouteRow {
  key: string;
  /** The team's name; absent where Teams has not said it. */
  team?: string | undefined;
  /** Whether the bot is still installed there. */
  installed: boolean;
  location?: string | undefined;
  solution?: string | undefined;
  test?: { state: 'waiting' | 'delivered' | 'failed'; at: Instant; reason?: string | undefined } | undefined;
}

/** A team whose General channel has the bot. */
export interface TeamChoice {
  channel: string;
  team?: string | undefined;
}

export type RouteField = 'channel' | 'location' | 'solution';
export type RouteForm = PanelForm<RouteField>;

export type RouteLead =
  | {
      code:
        | 'routeMade'
        | 'routeRemoved'
        | 'routeExists'
        | 'routeGone'
        | 'routeTesting'
        | 'refused'
        | 'noTeams'
        | 'chooseFirst';
    }
  | { code: 'routeConflict'; team: string };

/** What the marked test card of a route says. */
export interface ShownRouteTest {
  location?: string | undefined;
  solution?: string | undefined;
  /** Name of who asked for it. */
  by?: string | undefined;
}

export type RoutesCardView = Reader & { lead?: RouteLead | undefined } & (
    | {
        kind: 'list';
        routes: readonly RouteRow[];
        /** Names of the teams that get what no route fits. */
        rest: readonly string[];
        manageable: boolean;
      }
    | {
        kind: 'add';
        teams: readonly TeamChoice[];
        places: readonly { mpnId: string; name: string }[];
        /** The channel in which it was asked for. */
        here?: string | undefined;
        form?: RouteForm | undefined;
      }
    | ({ kind: 'test' } & ShownRouteTest)
  );
