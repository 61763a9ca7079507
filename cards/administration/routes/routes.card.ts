import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatList } from '#cards/format.ts';
import { freshForm } from '#cards/panel/form.ts';
import { type PanelInput, panelCard } from '#cards/panel/panel.ts';
import { say, type TextKey } from '#cards/say.ts';
import { ANY_LOCATION, routeRow, routeTitle, ruleText, teamName } from './describe.ts';
import type { RouteField, RouteForm, RoutesCardView } from './view.ts';

const leadTexts = {
  routeMade: 'admin.lead.routeMade',
  routeRemoved: 'admin.lead.routeRemoved',
  routeExists: 'admin.lead.routeExists',
  routeGone: 'admin.lead.routeGone',
  routeTesting: 'admin.lead.routeTesting',
  refused: 'admin.lead.refused',
  noTeams: 'admin.lead.noTeams',
  chooseFirst: 'admin.lead.chooseFirst',
  routeConflict: 'admin.lead.routeConflict',
} satisfies Record<string, TextKey>;

const MOST_SHOWN = 20;

/** The channel routes of an organization (CR-51), or the form to make one. */
export function routesCard(view: RoutesCardView): CardJson {
  if (view.kind === 'test') return testCard(view);
  return view.kind === 'list' ? listCard(view) : addCard(view);
}

/** The card that proves a channel route: plainly a test, with nothing to do. */
function testCard(view: Extract<RoutesCardView, { kind: 'test' }>): CardJson {
  const { language, by } = view;
  return panelCard({
    language,
    title: say(language, 'admin.test.title'),
    lead: { text: say(language, 'admin.test.mark'), tone: 'warning' },
    intro: [
      say(language, 'admin.test.text', { rule: ruleText(view, view) }),
      by ? say(language, 'admin.test.by', { name: by }) : '',
    ],
    buttons: [],
    notes: [say(language, 'admin.routes.everyone')],
  });
}

function listCard(view: Extract<RoutesCardView, { kind: 'list' }>): CardJson {
  const { language, routes, rest, manageable } = view;
  const what =
    routes.length === 0
      ? say(language, 'admin.routes.none')
      : rest.length > 0
        ? say(language, 'admin.routes.rest', { channels: formatList(rest, view) })
        : say(language, 'admin.routes.restNobody');
  const some = manageable && routes.length > 0;
  return panelCard({
    language,
    title: say(language, 'admin.routes.title'),
    lead: leadOf(view),
    intro: [say(language, 'admin.routes.everyone'), what],
    mostRows: MOST_SHOWN,
    rows: routes.map((route) => routeRow(route, view)),
    inputs: some
      ? [
          {
            kind: 'choice',
            id: 'route',
            label: say(language, 'admin.routes.route'),
            value: routes.length === 1 ? routes[0]?.key : undefined,
            choices: routes.map((route) => ({ title: routeTitle(route, view), value: route.key })),
          },
        ]
      : [],
    buttons: [
      manageable
        ? [
            { verb: 'route.make', title: say(language, 'admin.routes.add'), inputs: false },
            ...(some
              ? [
                  { verb: 'route.prove' as const, title: say(language, 'admin.routes.test') },
                  { verb: 'route.remove' as const, title: say(language, 'admin.member.remove') },
                ]
              : []),
          ]
        : [],
      [
        { verb: 'routes.show', title: say(language, 'admin.refresh'), inputs: false },
        { verb: 'members.show', title: say(language, 'admin.members.back'), inputs: false },
        { verb: 'locations.show', title: say(language, 'admin.locations.title'), inputs: false },
      ],
    ],
  });
}

function addCard(view: Extract<RoutesCardView, { kind: 'add' }>): CardJson {
  const { language, teams, places, here } = view;
  const form: RouteForm = view.form ?? freshForm();
  const problem = (field: RouteField) => {
    const found = form.problems[field];
    return found && problemText(found, view);
  };
  const inputs: PanelInput[] = [
    {
      kind: 'choice',
      id: `channel.${form.round}`,
      label: say(language, 'admin.routes.team'),
      value: form.typed.channel ?? here ?? (teams.length === 1 ? teams[0]?.channel : undefined),
      choices: teams.map(({ channel, team }) => ({ title: teamName(team, view), value: channel })),
      problem: problem('channel'),
    },
    {
      kind: 'choice',
      id: `location.${form.round}`,
      label: say(language, 'admin.location'),
      value: form.typed.location ?? ANY_LOCATION,
      typed: say(language, 'admin.locations.typeOne'),
      choices: [
        { title: say(language, 'admin.routes.anyLocation'), value: ANY_LOCATION },
        ...places.map(({ mpnId, name }) => ({ title: `${name} (${mpnId})`, value: mpnId })),
      ],
      problem: problem('location'),
    },
    {
      kind: 'text',
      id: `solution.${form.round}`,
      label: say(language, 'admin.routes.solution'),
      value: form.typed.solution,
      placeholder: say(language, 'admin.routes.solutionHint'),
      problem: problem('solution'),
    },
  ];
  return panelCard({
    language,
    title: say(language, 'admin.routes.add'),
    lead: leadOf(view),
    intro: [teams.length > 0 ? say(language, 'admin.routes.everyone') : say(language, 'admin.lead.noTeams')],
    inputs: teams.length > 0 ? inputs : [],
    buttons: [
      [
        ...(teams.length > 0
          ? [
              {
                verb: 'route.make' as const,
                title: say(language, 'admin.add.submit'),
                style: 'positive' as const,
                data: { form: form.round, send: true },
              },
            ]
          : []),
        { verb: 'routes.show', title: say(language, 'referral.view.cancel'), inputs: false },
      ],
    ],
  });
}

function leadOf({ lead, language }: RoutesCardView) {
  if (!lead) return undefined;
  const { code, ...values } = lead;
  const good = code === 'routeMade' || code === 'routeRemoved' || code === 'routeTesting';
  return {
    text: say(language, leadTexts[code], values),
    tone: good ? ('good' as const) : ('warning' as const),
  };
}
