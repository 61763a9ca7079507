import type { ShownInsights, Span } from '#app/figures/insights.show.ts';
import { csvLines } from '#bot/tables/csv.ts';
import type { Outcome } from '#domain/figures/outcome.ts';
import { monthsOfQuarter } from '#domain/figures/periods.ts';

const HEADER = ['from', 'to', 'level', 'name', 'figure', 'detail', 'value'] as const;

type Cell = string | number;

/** The figures that a card shows, one a line (docs/operations.md): whatever there is to tell apart, the columns stay. */
export function insightsCsv({ span, now, before, places, people, location }: ShownInsights): string[] {
  const whole = location ? ['location', location.name] : ['all', ''];
  const rows = [
    ...linesOf(span.now, whole, now),
    ...linesOf(span.before, whole, before),
    ...places.flatMap(({ name, outcome }) => linesOf(span.now, ['location', name], outcome)),
    ...people.flatMap(({ name, outcome }) => linesOf(span.now, ['person', name], outcome)),
  ];
  return [HEADER, ...rows].map((row) => csvLines([row]).trimEnd());
}

function linesOf(period: Span['now'], of: readonly string[], outcome: Outcome): Cell[][] {
  const months = typeof period === 'string' ? [period] : monthsOfQuarter(period);
  const start = [months[0] ?? '', months.at(-1) ?? '', ...of];
  return figuresOf(outcome)
    .filter(([, , value]) => value !== 0)
    .map((figure) => [...start, ...figure]);
}

function figuresOf(outcome: Outcome): [figure: string, detail: string, value: Cell][] {
  const { came, accepted, declined, expired, won, lost, time } = outcome;
  return [
    ['received', '', came],
    ['accepted', '', accepted],
    ['declined', '', declined],
    ...outcome.declinedFor.map(
      ({ reason, count }) => ['declined', reason, count] as [string, string, number],
    ),
    ['expired', '', expired],
    ['answered here', '', time.answers],
    ['answered here', 'within 24 h', time.day],
    ['answered here', 'within 72 h', time.threeDays],
    ['won', '', won],
    ...outcome.wonMoney.map(({ currency, amount }) => ['won', currency, amount] as [string, string, number]),
    ['lost', '', lost],
    ...outcome.lostFor.map(({ reason, count }) => ['lost', reason, count] as [string, string, number]),
    ...outcome.lostMoney.map(
      ({ currency, amount }) => ['lost', currency, amount] as [string, string, number],
    ),
  ];
}
