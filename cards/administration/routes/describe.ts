import { formatInstant, type Reader } from '#cards/format.ts';
import type { Mark } from '#cards/frame/row.ts';
import type { PanelRow } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import type { RouteRow, ShownChannel } from './view.ts';

/** The value of the choice that stands for any location. */
export const ANY_LOCATION = '*';

/** A route with how its last test ended. */
export function routeRow(route: RouteRow, reader: Reader): PanelRow {
  const { state, at, reason = '' } = route.test ?? {};
  const { language } = reader;
  const when = at ? formatInstant(at, reader) : '';
  const line = !route.installed
    ? say(language, 'admin.routes.gone')
    : state === 'delivered'
      ? say(language, 'admin.routes.delivered', { when })
      : state === 'failed'
        ? say(language, 'admin.routes.failed', { when, reason })
        : say(language, state === 'waiting' ? 'admin.routes.waiting' : 'admin.routes.untested');
  const mark: Mark =
    route.installed && state === 'delivered'
      ? 'done'
      : route.installed && state !== 'failed'
        ? 'unsure'
        : 'todo';
  return { title: routeTitle(route, reader), lines: [line], mark };
}

/** A route as one line. */
export function routeTitle(route: RouteRow, reader: Reader): string {
  return `${ruleText(route, reader)} → ${channelTitle(route, reader)}`;
}

/** What a route asks of a referral, in words. */
export function ruleText(rule: Pick<RouteRow, 'location' | 'solution'>, reader: Reader): string {
  const parts = [rule.location, rule.solution].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' + ') : say(reader.language, 'admin.routes.all');
}

/**
 * A channel by its team's name, and its own where it is not General; or that a name is not known. Of a shared one it is said
 * wherever it is named that another company reads along.
 */
export function channelTitle(channel: ShownChannel, reader: Reader): string {
  const title = namesOfChannel(channel, reader);
  return channel.shared ? say(reader.language, 'admin.routes.shared', { channel: title }) : title;
}

function namesOfChannel({ team, name }: ShownChannel, { language }: Reader): string {
  const ofTeam = team ?? say(language, 'admin.routes.unnamed');
  if (name === undefined) return ofTeam;
  return name === '' ? say(language, 'admin.routes.otherChannel', { team: ofTeam }) : `${ofTeam}: ${name}`;
}
