import { routeRow } from '#cards/administration/routes/describe.ts';
import type { RouteRow } from '#cards/administration/routes/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatInstant, formatList, type Reader } from '#cards/format.ts';
import type { Mark } from '#cards/frame/row.ts';
import { type PanelRow, panelCard } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import type { Instant } from '#domain/values/instant.ts';
import { type ConnectionView, connectionRow } from './connectionRow.ts';
import { setupItemTexts, setupTodoTexts } from './setupWords.ts';

/** What the checklist is made from. */
export interface SetupCardView extends Reader {
  organization: string;
  tenantIds: readonly string[];
  /** Trial mode. */
  open: boolean;
  /** Whether the bot has an identity of its own; without, nobody's is checked. */
  identity: boolean;
  /** How many intake keys the organization has. */
  intakeKeys: number;
  lastReferralAt?: Instant | undefined;
  /** Names of the admins whom the bot can write to. */
  reachableAdmins: readonly string[];
  /** Members without the bot: the first ten, and how many such as `100+`. */
  missing: { names: readonly string[]; count: string };
  /** Whether there are any members at all. */
  members: boolean;
  locations: number;
  strayLocations: readonly string[];
  routes: readonly RouteRow[];
  channels: number;
  /** Such as `100+`; undefined where it can't be said. */
  customers?: string | undefined;
  solutions?: string | undefined;
  partnerCenterUrl: string;
  /** How it is connected with Partner Center. */
  connection?: ConnectionView | undefined;
  crmUrl?: string | undefined;
  /** What did not arrive or is stuck, such as `100+`; undefined where all is well. */
  troubles?: string | undefined;
  /** Test cards are on their way. */
  testing?: boolean | undefined;
}

const MOST_ROUTES = 8;

/** The checklist of an organization: what is done, what is not, and what to do. */
export function setupCard(view: SetupCardView): CardJson {
  const { language, open } = view;
  const rows = rowsOf(view);
  const todo = rows.filter(({ mark }) => mark === 'todo').length;
  const routes = view.routes.length > 0;
  return panelCard({
    language,
    title: say(language, 'admin.setup.title', { organization: view.organization }),
    resultLine: view.testing
      ? { text: say(language, 'admin.result.routeTesting'), tone: 'good' }
      : { text: say(language, 'admin.setup.todo', { count: todo }), tone: todo > 0 ? 'warning' : 'good' },
    intro: [open ? say(language, 'admin.setup.trial') : ''],
    rows: rows.filter(({ mark }) => mark !== 'done'),
    more: rows.filter(({ mark }) => mark === 'done'),
    buttons: [
      ...(routes
        ? [{ verb: 'route.prove' as const, title: say(language, 'admin.setup.testAll'), data: { all: true } }]
        : []),
      { verb: 'setup.show', title: say(language, 'admin.refresh') },
    ],
    ways: [
      { verb: 'delivery.show', title: say(language, 'delivery.title') },
      { verb: 'members.show', title: say(language, 'admin.members.back') },
      { verb: 'routes.show', title: say(language, 'admin.routes.title') },
      { verb: 'audit.show', title: say(language, 'audit.title') },
    ],
  });
}

function rowsOf(view: SetupCardView): PanelRow[] {
  const { language } = view;
  const row = (item: Item, done: boolean | 'unsure', ...lines: string[]): PanelRow => {
    const mark: Mark = done === 'unsure' ? 'unsure' : done ? 'done' : 'todo';
    return { title: say(language, setupItemTexts[item]), mark, lines };
  };
  const hint = (item: Item, yes: boolean) => (yes ? '' : say(language, setupTodoTexts[item]));
  const { missing, strayLocations, lastReferralAt, routes } = view;
  // A connection brings them as well.
  const comesIn = view.intakeKeys > 0 || view.connection?.state === 'connected';
  const list = (names: readonly string[]) => formatList(names, view);
  const last = lastReferralAt
    ? say(language, 'admin.setup.lastReferral', { when: formatInstant(lastReferralAt, view) })
    : say(language, 'admin.setup.noReferral');
  const rows = [
    row('identity', view.identity, hint('identity', view.identity)),
    row(
      'organization',
      !view.open,
      view.tenantIds.length > 0
        ? say(language, 'admin.setup.tenants', { tenants: list(view.tenantIds) })
        : '',
      hint('organization', !view.open),
    ),
    row(
      'intake',
      comesIn && lastReferralAt ? true : comesIn ? 'unsure' : false,
      hint('intake', comesIn),
      last,
    ),
    ...(view.connection ? [connectionRow(view.connection, view)] : []),
    row(
      'admin',
      view.reachableAdmins.length > 0,
      list(view.reachableAdmins.slice(0, 5)),
      hint('admin', view.reachableAdmins.length > 0),
    ),
  ];
  if (!view.open) {
    const all = missing.names.length === 0;
    rows.push(
      row(
        'members',
        view.members && all ? true : view.members ? 'unsure' : false,
        all ? '' : say(language, 'admin.setup.missing', { count: missing.count, names: list(missing.names) }),
        view.members ? '' : say(language, 'admin.setup.members.todo'),
      ),
    );
  }
  const { troubles } = view;
  const undelivered = troubles ? say(language, setupTodoTexts.delivery, { count: troubles }) : '';
  rows.push(row('delivery', troubles === undefined, undelivered));
  const placed = view.locations > 0 && strayLocations.length === 0;
  rows.push(
    row(
      'locations',
      placed,
      strayLocations.length > 0
        ? say(language, 'admin.locations.stray', { locations: list(strayLocations.slice(0, 5)) })
        : hint('locations', view.locations > 0),
    ),
    row('channels', view.channels > 0 ? true : 'unsure', hint('channels', view.channels > 0), ''),
    ...routes.slice(0, MOST_ROUTES).map((route) => routeRow(route, view)),
  );
  const counted = (item: 'customers' | 'solutions', count: string | undefined) =>
    count === undefined
      ? []
      : [row(item, count === '0' ? 'unsure' : true, count === '0' ? hint(item, false) : count)];
  const exact = view.partnerCenterUrl.includes('{id}');
  return [
    ...rows,
    ...counted('customers', view.customers),
    ...counted('solutions', view.solutions),
    row(
      'partnerCenter',
      exact ? true : 'unsure',
      hostOf(view.partnerCenterUrl),
      hint('partnerCenter', exact),
    ),
    row('crm', view.crmUrl ? true : 'unsure', view.crmUrl ? hostOf(view.crmUrl) : hint('crm', false)),
  ];
}

/** An address in full is longer than a phone is wide, and nothing breaks it. */
function hostOf(pattern: string): string {
  return URL.parse(pattern)?.host ?? pattern;
}

type Item =
  | 'identity'
  | 'organization'
  | 'intake'
  | 'admin'
  | 'members'
  | 'locations'
  | 'channels'
  | 'customers'
  | 'solutions'
  | 'crm'
  | 'delivery'
  | 'partnerCenter';
