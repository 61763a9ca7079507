import { ON_LINE } from '#cards/deal/answer/answer.card.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatInstant } from '#cards/format.ts';
import { type FoldedForm, type PanelRow, panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { whatWords, whyWords } from './deliveryWords.ts';
import type { DeliveryCardView, DeliveryResult, TroubleRow } from './view.ts';

type ListView = Extract<DeliveryCardView, { kind: 'list' }>;
type OneView = Extract<DeliveryCardView, { kind: 'one' }>;

const resultTexts = {
  trying: 'delivery.result.trying',
  nobody: 'delivery.result.nobody',
  over: 'delivery.result.over',
  notAllowed: 'delivery.result.notAllowed',
  chooseFirst: 'admin.result.chooseFirst',
  notInstalled: 'delivery.result.notInstalled',
  forwarded: 'delivery.result.forwarded',
} satisfies Record<DeliveryResult['code'], TextKey>;

const good: readonly DeliveryResult['code'][] = ['trying', 'over', 'forwarded'];

/** What did not arrive and what is stuck, for administrators: the list, or one of it with what can be done. */
export function deliveryCard(view: DeliveryCardView): CardJson {
  return view.kind === 'list' ? listCard(view) : oneCard(view);
}

function listCard(view: ListView): CardJson {
  const { language, rows, previous, next } = view;
  const to = (data: object | undefined, title: string): Pressable[] =>
    data ? [{ verb: 'delivery.show', title, data: { ...data } }] : [];
  return panelCard({
    language,
    title: say(language, 'delivery.title'),
    resultLine: resultLineOf(view),
    intro: [rows.length === 0 && !view.resultLine ? say(language, 'delivery.empty') : ''],
    rows: rows.map((row) => rowOf(row, view)),
    buttons: [
      ...to(previous, say(language, 'admin.previous')),
      ...to(next, say(language, 'admin.next')),
      { verb: 'delivery.show', title: say(language, 'admin.refresh') },
    ],
  });
}

function rowOf(row: TroubleRow, view: ListView): PanelRow {
  const { language } = view;
  const what = whatWords(row, view);
  const when = formatInstant(row.at, view);
  return {
    title: row.deal?.customer ?? what,
    lines: [whyWords(row, view), row.deal ? `${what} · ${when}` : when],
    press: { verb: 'delivery.show', title: say(language, 'delivery.look'), data: { trouble: row.id } },
  };
}

function oneCard(view: OneView): CardJson {
  const { language, trouble } = view;
  const { deal, reason } = trouble;
  const what = whatWords(trouble, view);
  const data = { trouble: trouble.id };
  const again = say(language, trouble.what === 'work' ? 'delivery.tryAgain' : 'delivery.again');
  const can = trouble.what !== 'nobody';
  return panelCard({
    language,
    title: deal?.customer ?? what,
    resultLine: resultLineOf(view) ?? { text: whyWords(trouble, view), tone: 'warning' },
    intro: [deal?.name ?? ''],
    rows: [
      {
        title: what,
        lines: [formatInstant(trouble.at, view), view.resultLine ? whyWords(trouble, view) : ''],
      },
    ],
    forms: trouble.what !== 'work' && view.candidates.length > 0 ? [forwarding(view)] : [],
    buttons: can
      ? [{ verb: 'delivery.retry', title: again, data, style: 'positive', inputs: false }]
      : openDeal(view),
    ways: [
      ...(can ? openDeal(view) : []),
      { verb: 'delivery.show', title: say(language, 'delivery.title'), inputs: false },
    ],
    notes: [
      trouble.what === 'nobody' ? say(language, 'delivery.result.nobody') : '',
      trouble.what === 'message' && view.candidates.length === 0
        ? say(language, 'delivery.noCandidates')
        : '',
      reason && !(trouble.what === 'message' && trouble.why === 'not-installed')
        ? say(language, 'delivery.reason', { reason })
        : '',
    ].filter(Boolean),
  });
}

function openDeal({ language, trouble }: OneView): Pressable[] {
  const { deal } = trouble;
  if (!deal) return [];
  const data = { referral: deal.id, on: ON_LINE };
  return [{ verb: 'deal.open', title: say(language, 'delivery.openDeal'), data, inputs: false }];
}

function forwarding({ language, trouble, candidates }: OneView): FoldedForm {
  const title = say(language, 'delivery.forward');
  return {
    title,
    inputs: [
      {
        kind: 'choice',
        id: 'to',
        label: say(language, 'delivery.forwardTo'),
        choices: candidates.map(({ personId, name }) => ({ title: name, value: personId })),
      },
    ],
    buttons: [{ verb: 'delivery.forward', title, data: { trouble: trouble.id } }],
  };
}

function resultLineOf({ language, resultLine }: DeliveryCardView) {
  if (!resultLine) return undefined;
  const name = ('name' in resultLine && resultLine.name) || say(language, 'referral.someone');
  return {
    text: say(language, resultTexts[resultLine.code], { name }),
    tone: good.includes(resultLine.code) ? ('good' as const) : ('warning' as const),
  };
}
