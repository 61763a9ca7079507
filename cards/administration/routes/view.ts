import type { Reader } from '#cards/format.ts';
import type { PanelForm } from '#cards/panel/form.ts';
import type { Instant } from '#domain/values/instant.ts';

/** What is known of a channel: its team's name, where Teams has said it, and its own, where it is not General. */
export interface ShownChannel {
  team?: string | undefined;
  /** Empty where it is another one than General, without a known name. */
  name?: string | undefined;
  /** Other companies read along. */
  shared?: boolean | undefined;
}

/** A channel route as it is shown. */
export interface RouteRow extends ShownChannel {
  key: string;
  /** Whether the bot is still installed there. */
  installed: boolean;
  location?: string | undefined;
  solution?: string | undefined;
  test?: { state: 'waiting' | 'delivered' | 'failed'; at: Instant; reason?: string | undefined } | undefined;
  /** Whether its reader may remove and test it. */
  mine?: boolean | undefined;
}

/** A channel to which a route can lead. */
export interface ChannelChoice extends ShownChannel {
  channel: string;
}

export type RouteField = 'channel' | 'location' | 'solution';
export type RouteForm = PanelForm<RouteField>;

export type RouteResult =
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
  | { code: 'routeConflict'; team: string }
  /** `quicker`: somebody else said so before its reader pressed. */
  | { code: 'channelOn' | 'channelOff' | 'channelKept'; team: string; quicker?: string | undefined }
  | { code: 'channelGone' };

/** What the marked test card of a route says. */
export interface ShownRouteTest {
  location?: string | undefined;
  solution?: string | undefined;
  /** Name of who asked for it. */
  by?: string | undefined;
}

export type RoutesCardView = Reader & { resultLine?: RouteResult | undefined } & (
    | {
        kind: 'list';
        routes: readonly RouteRow[];
        /** The channels that get what no route fits. */
        rest: readonly ShownChannel[];
        manageable: boolean;
      }
    | {
        kind: 'add';
        teams: readonly ChannelChoice[];
        /** The locations that its reader may choose. */
        places: readonly { mpnId: string; name: string }[];
        /** Whether a route for any location can be chosen: by admins of the whole company. */
        anyLocation: boolean;
        /** The channel in which it was asked for. */
        here?: string | undefined;
        form?: RouteForm | undefined;
      }
    | ({ kind: 'test' } & ShownRouteTest)
    /** Asks whether a channel goes on getting referrals. */
    | ({
        kind: 'ask';
        channel: string;
        asked?: Instant | undefined;
        lost?: boolean | undefined;
      } & ShownChannel)
    /** What an admin has just said of a channel; `resultLine` has the words. */
    | { kind: 'switched'; channel?: string | undefined; on: boolean }
  );
