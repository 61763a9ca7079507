import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatList, type Reader } from '#cards/format.ts';
import { literal } from '#cards/outside.ts';
import { freshForm } from '#cards/panel/form.ts';
import type { PanelInput } from '#cards/panel/inputs.ts';
import { type FoldedForm, panelCard } from '#cards/panel/panel.ts';
import { say, type TextKey } from '#cards/say.ts';
import { ANY_LOCATION, channelTitle, routeRow, routeTitle, ruleText } from './describe.ts';
import { askCard, switchedCard } from './switching.ts';
import type { RouteField, RouteForm, RouteRow, RoutesCardView } from './view.ts';

const resultTexts = {
  routeMade: 'admin.result.routeMade',
  routeRemoved: 'admin.result.routeRemoved',
  routeExists: 'admin.result.routeExists',
  routeGone: 'admin.result.routeGone',
  routeTesting: 'admin.result.routeTesting',
  refused: 'admin.result.refused',
  noTeams: 'admin.result.noTeams',
  chooseFirst: 'admin.result.chooseFirst',
  routeConflict: 'admin.result.routeConflict',
  channelOn: 'admin.result.channelOn',
  channelOff: 'admin.result.channelOff',
  channelKept: 'admin.result.channelKept',
  channelGone: 'admin.result.channelGone',
} satisfies Record<string, TextKey>;

const MOST_SHOWN = 10;
const goodResults: ReadonlySet<string> = new Set([
  'routeMade',
  'routeRemoved',
  'routeTesting',
  'channelOn',
  'channelOff',
  'channelKept',
]);

/** The channel routes of an organization (CR-51), or the form to make one. */
export function routesCard(view: RoutesCardView): CardJson {
  if (view.kind === 'test') return testCard(view);
  if (view.kind === 'ask') return askCard(view, resultLineOf(view));
  if (view.kind === 'switched') return switchedCard(view, resultLineOf(view));
  return view.kind === 'list' ? listCard(view) : addCard(view);
}

/** The card that proves a channel route: plainly a test, with nothing to do. */
function testCard(view: Extract<RoutesCardView, { kind: 'test' }>): CardJson {
  const { language, by } = view;
  return panelCard({
    language,
    title: say(language, 'admin.test.title'),
    resultLine: { text: say(language, 'admin.test.mark'), tone: 'warning' },
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
  const channels = formatList(
    rest.map((one) => channelTitle(one, view)),
    view,
  );
  const what =
    routes.length === 0
      ? say(language, rest.length > 0 ? 'admin.routes.noneRest' : 'admin.routes.none', { channels })
      : say(language, rest.length > 0 ? 'admin.routes.rest' : 'admin.routes.restNobody', { channels });
  const mine = routes.filter((route) => route.mine);
  return panelCard({
    language,
    title: say(language, 'admin.routes.title'),
    resultLine: resultLineOf(view),
    intro: [say(language, 'admin.routes.everyone'), what],
    mostRows: MOST_SHOWN,
    rows: routes.map((route) => routeRow(route, view)),
    forms: manageable && mine.length > 0 ? [changing(mine, view)] : [],
    buttons: [
      ...(manageable
        ? [{ verb: 'route.make' as const, title: say(language, 'admin.routes.add'), inputs: false }]
        : []),
      { verb: 'routes.show', title: say(language, 'admin.refresh'), inputs: false },
    ],
    ways: [
      { verb: 'members.show', title: say(language, 'admin.members.back'), inputs: false },
      { verb: 'locations.show', title: say(language, 'admin.locations.title'), inputs: false },
    ],
  });
}

function changing(mine: readonly RouteRow[], reader: Reader): FoldedForm {
  const { language } = reader;
  return {
    title: say(language, 'admin.routes.change'),
    inputs: [
      {
        kind: 'choice',
        id: 'route',
        label: say(language, 'admin.routes.route'),
        value: mine.length === 1 ? mine[0]?.key : undefined,
        choices: mine.map((route) => ({ title: routeTitle(route, reader), value: route.key })),
      },
    ],
    buttons: [
      { verb: 'route.prove', title: say(language, 'admin.routes.test') },
      { verb: 'route.remove', title: say(language, 'admin.member.remove') },
    ],
  };
}

function addCard(view: Extract<RoutesCardView, { kind: 'add' }>): CardJson {
  const { language, teams, places, here, anyLocation } = view;
  const form: RouteForm = view.form ?? freshForm();
  const problem = (field: RouteField) => {
    const found = form.problems[field];
    return found && problemText(found, view);
  };
  const inputs: PanelInput[] = [
    {
      kind: 'choice',
      id: `channel.${form.formVersion}`,
      label: say(language, 'admin.routes.team'),
      value: form.typed.channel ?? here ?? (teams.length === 1 ? teams[0]?.channel : undefined),
      choices: teams.map((one) => ({ title: channelTitle(one, view), value: one.channel })),
      problem: problem('channel'),
    },
    {
      kind: 'choice',
      id: `location.${form.formVersion}`,
      label: say(language, 'admin.location'),
      value:
        form.typed.location ??
        (anyLocation ? ANY_LOCATION : places.length === 1 ? places[0]?.mpnId : undefined),
      typed: say(language, 'admin.locations.typeOne'),
      choices: [
        ...(anyLocation ? [{ title: say(language, 'admin.routes.anyLocation'), value: ANY_LOCATION }] : []),
        ...places.map(({ mpnId, name }) => ({ title: `${name} (${mpnId})`, value: mpnId })),
      ],
      problem: problem('location'),
    },
    {
      kind: 'text',
      id: `solution.${form.formVersion}`,
      label: say(language, 'admin.routes.solution'),
      value: form.typed.solution,
      placeholder: say(language, 'admin.routes.solutionHint'),
      problem: problem('solution'),
    },
  ];
  return panelCard({
    language,
    title: say(language, 'admin.routes.add'),
    resultLine: resultLineOf(view),
    intro: [
      teams.length > 0 ? say(language, 'admin.routes.everyone') : say(language, 'admin.result.noTeams'),
    ],
    inputs: teams.length > 0 ? inputs : [],
    buttons: [
      ...(teams.length > 0
        ? [
            {
              verb: 'route.make' as const,
              title: say(language, 'admin.add.submit'),
              style: 'positive' as const,
              data: { form: form.formVersion, send: true },
            },
          ]
        : []),
      { verb: 'routes.show', title: say(language, 'referral.view.cancel'), inputs: false },
    ],
  });
}

function resultLineOf({ resultLine, language }: RoutesCardView) {
  if (!resultLine) return undefined;
  const { code, ...rest } = resultLine;
  const { quicker, ...values } = { quicker: undefined, ...rest };
  const before = quicker && say(language, 'admin.result.channelDecided', { name: literal(quicker) });
  const text = say(language, resultTexts[code], values);
  const good = goodResults.has(code) && !before;
  return {
    text: before ? `${before} ${text}` : text,
    tone: good ? ('good' as const) : ('warning' as const),
  };
}
