import { formatInstant, type Reader } from '#cards/format.ts';
import type { Mark, PanelRow } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import type { RouteRow } from './view.ts';

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
  const team = teamName(route.team, reader);
  return `${ruleText(route, reader)} → ${team}`;
}

/** What a route asks of a referral, in words. */
export function ruleText(rule: Pick<RouteRow, 'location' | 'solution'>, reader: Reader): string {
  const parts = [rule.location, rule.solution].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' + ') : say(reader.language, 'admin.routes.all');
}

/** A team's name, or that it is not known. */
export function teamName(team: string | undefined, { language }: Reader): string {
  return team ?? say(language, 'admin.routes.unnamed');
}
