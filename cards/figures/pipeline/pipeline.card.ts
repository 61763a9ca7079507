import { stageName } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { moneyList, plainMoney, quarterName } from '#cards/figures/amounts.ts';
import { type Bar, barsPart } from '#cards/figures/bars.ts';
import { formatNumber } from '#cards/format.ts';
import { type Fold, foldButton, foldPart } from '#cards/frame/fold.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { formatShortMoney } from '#cards/money/formatMoney.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { MarkedStage } from '#domain/deal/decideProgress.ts';
import type { Amounts, QuarterWorth, StepWorth } from '#domain/figures/pipeline.ts';
import type { DealFilters } from '#domain/list/dealList.ts';
import type { StagePercent } from '#domain/values/options.ts';
import type { PipelineCardView } from './view.ts';

const whenTexts = {
  earlier: 'figures.when.earlier',
  later: 'figures.when.later',
  none: 'figures.when.none',
} satisfies Record<string, TextKey>;

/** What is open, as bars that lead to their deals: by stage, or by the quarter of the close date. */
export function pipelineCard(view: PipelineCardView): CardJson {
  const { language, whose, by, pipeline } = view;
  const [main] = pipeline.money;
  const others = otherCurrencies(view);
  const bars = by === 'stage' ? pipeline.steps.map((one) => stepBar(view, one)) : quarterBars(view);
  const title = say(language, whose === 'mine' ? 'figures.pipeline.mine' : 'figures.pipeline.all');
  return frameCard({
    language,
    title,
    figure: main && plainMoney(main, view),
    hints: hintsOf(view),
    body: [
      ...(bars.length > 0 ? barsPart(title, bars) : [textPart(emptyText(view))]),
      ...weightedPart(view),
      ...(others ? [foldPart(others)] : []),
    ],
    buttons: [...buttonsOf(view), ...(others ? [foldButton(others)] : [])],
    notes: [
      view.first === undefined ? '' : say(language, 'figures.first', { count: view.first }),
      view.counting ? say(language, 'figures.counting') : '',
    ],
  });
}

const GAP = ' · ';

function hintsOf(view: PipelineCardView): string[] {
  const { language, pipeline, overdue } = view;
  const { deals, money, thisQuarter, unvalued } = pipeline;
  if (deals === 0) return [];
  const soon = amountOf(thisQuarter, money[0]?.currency);
  const also = money.slice(1);
  return [
    [
      say(language, 'figures.open', { count: deals }),
      ...(overdue ? [say(language, 'figures.overdue', { count: overdue })] : []),
      ...(soon ? [say(language, 'figures.thisQuarter', { amount: formatShortMoney(soon, view) })] : []),
    ].join(GAP),
    [
      ...(also.length > 0 ? [say(language, 'figures.also', { amounts: moneyList(also, view) })] : []),
      ...(unvalued > 0 ? [say(language, 'figures.unvalued', { count: formatNumber(unvalued, view) })] : []),
    ].join(GAP),
  ];
}

function emptyText({ language, whose }: PipelineCardView): string {
  return say(language, whose === 'mine' ? 'find.empty.mine' : 'figures.empty.all');
}

function weightedPart(view: PipelineCardView): CardJson[] {
  const { language, pipeline, by } = view;
  const weighted = amountOf({ deals: 0, money: pipeline.weighted }, pipeline.money[0]?.currency);
  if (!weighted || by !== 'stage') return [];
  const amount = formatShortMoney({ ...weighted, amount: Math.round(weighted.amount) }, view);
  return [textPart(say(language, 'figures.weighted', { amount }), { small: true, subtle: true })];
}

function stepBar(view: PipelineCardView, { step, ...worth }: StepWorth): Bar {
  const received = step === 'received';
  const filters: DealFilters = received ? { status: 'received' } : { stage: Number(step) as MarkedStage };
  return bar(view, stepTitle(view, step), worth, {
    colour: received ? 'Warning' : step === '80' ? 'Good' : 'Accent',
    filters,
  });
}

function stepTitle(view: PipelineCardView, step: StepWorth['step']): string {
  if (step === 'received') return say(view.language, 'figures.step.received');
  // Nothing is known of the single deals: the names of the usual kind.
  return stageName(Number(step) as StagePercent, { ...view, referral: { direction: 'inbound' } });
}

function quarterBars(view: PipelineCardView): Bar[] {
  return view.pipeline.quarters.map((one) => {
    const title = quarterTitle(view, one);
    const { when, from, to } = one;
    const filters = { ...(from && { closingFrom: from }), ...(to && { closingTo: to }) };
    return bar(view, title, one, {
      colour: when === 'earlier' ? 'Warning' : 'Accent',
      filters: when === 'none' ? undefined : filters,
    });
  });
}

function quarterTitle(view: PipelineCardView, { when }: QuarterWorth): string {
  if (typeof when === 'object') return quarterName(when, view.fiscal, view);
  return say(view.language, whenTexts[when]);
}

function bar(
  view: PipelineCardView,
  title: string,
  worth: Amounts,
  { colour, filters }: { colour: Bar['colour']; filters: DealFilters | undefined },
): Bar {
  const amount = amountOf(worth, view.pipeline.money[0]?.currency);
  const count = formatNumber(worth.deals, view);
  return {
    title,
    // Where nothing has a value, the bars say how many there are.
    amount: view.pipeline.money.length > 0 ? (amount?.amount ?? 0) : worth.deals,
    value: amount ? `${formatShortMoney(amount, view)}${GAP}${count}` : count,
    colour,
    press: filters && { verb: 'deals.list', title, data: { list: view.whose, filters } },
  };
}

function amountOf({ money }: Amounts, currency: string | undefined): Amounts['money'][number] | undefined {
  return money.find((one) => one.currency === currency);
}

/** What stands in none of the bars: the same by stage or by quarter, in words. */
function otherCurrencies(view: PipelineCardView): Fold | undefined {
  const { language, pipeline, by } = view;
  const rows = by === 'stage' ? pipeline.steps : pipeline.quarters;
  const others = pipeline.money.slice(1);
  if (others.length === 0) return undefined;
  const titled = (row: StepWorth | QuarterWorth) =>
    'step' in row ? stepTitle(view, row.step) : quarterTitle(view, row);
  const items = others.map((total) => {
    const parts = rows.flatMap((row) => {
      const amount = amountOf(row, total.currency);
      return amount ? [`${titled(row)} ${formatShortMoney(amount, view)}`] : [];
    });
    return rowPart({ title: total.currency, value: formatShortMoney(total, view), lines: [parts.join(GAP)] });
  });
  return { id: 'currencies', title: say(language, 'figures.otherCurrencies'), items };
}

function buttonsOf(view: PipelineCardView): Pressable[] {
  const { language, whose, by, mayAll, overdue, pipeline } = view;
  const shown = (title: string, data: object): Pressable => ({ verb: 'pipeline.show', title, data });
  const other = whose === 'mine' ? 'all' : 'mine';
  const otherTitle =
    other === 'mine'
      ? 'figures.mineButton'
      : mayAll === 'company'
        ? 'figures.allButton'
        : 'figures.placesButton';
  const late = say(language, 'figures.overdueButton');
  const count = overdue === undefined ? '' : ` (${overdue})`;
  return [
    ...(pipeline.deals > 0 && overdue !== 0
      ? [
          {
            verb: 'deals.list' as const,
            title: `${late}${count}`,
            data: { list: whose, filters: { overdue: true } },
          },
        ]
      : []),
    ...(pipeline.deals > 0
      ? [
          by === 'stage'
            ? shown(say(language, 'figures.byQuarter'), { whose, by: 'quarter' })
            : shown(say(language, 'figures.byStage'), { whose, by: 'stage' }),
        ]
      : []),
    ...(mayAll === 'no' ? [] : [shown(say(language, otherTitle), { whose: other, by })]),
  ];
}
