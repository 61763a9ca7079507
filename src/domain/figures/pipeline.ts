import type { LocalDate } from '#domain/values/instant.ts';
import type { Money } from '#domain/values/parts.ts';
import { cell } from './cellsOf.ts';
import { type Month, type OpenStep, openSteps } from './counted.ts';
import {
  endOfMonth,
  monthsLater,
  monthsOfQuarter,
  type Quarter,
  quarterAt,
  startOfMonth,
} from './periods.ts';
import type { Cells, Sums } from './sums.ts';

/** Deals and what they are worth: per currency, never converted; the currency of most deals first. */
export interface Amounts {
  deals: number;
  money: readonly Money[];
}

/** Open deals of one stage. */
export interface StepWorth extends Amounts {
  step: OpenStep;
}

/** Open deals by when they shall close. */
export interface QuarterWorth extends Amounts {
  when: 'earlier' | Quarter | 'later' | 'none';
  /** The days in question, both included; where a side has no end it is absent. */
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}

/** What is open, by stage and by quarter. */
export interface Pipeline extends Amounts {
  /** From the last stage to the first; those without a deal are left out. */
  steps: readonly StepWorth[];
  quarters: readonly QuarterWorth[];
  thisQuarter: Amounts;
  /** Each deal at the percentage of its stage; nothing before it was accepted. */
  weighted: readonly Money[];
  /** Deals that nobody has given a value that can be added up. */
  unvalued: number;
}

/** Quarters that stand by themselves, the present one first. */
const QUARTERS = 4;

/** The pipeline that sums of open deals hold. */
export function pipelineOf({ cells }: Sums, today: LocalDate, yearBegins = 1): Pipeline {
  const currencies = currenciesOf(cells);
  const worthOf = (names: readonly string[]): Amounts => ({
    deals: sumOf(names.map((name) => cells[name] ?? 0)),
    money: moneyOf(currencies, (currency) =>
      sumOf(names.map((name) => cells[cell.money(name, currency)] ?? 0)),
    ),
  });
  const present = quarterAt(today.slice(0, 7), yearBegins);
  const all = worthOf(['open']);
  return {
    ...all,
    steps: openSteps
      .toReversed()
      .map((step) => ({ step, ...worthOf([cell.step(step)]) }))
      .filter(({ deals }) => deals > 0),
    quarters: quartersOf(cells, present, yearBegins, worthOf),
    thisQuarter: worthOf(monthsOfQuarter(present).map(cell.month)),
    weighted: moneyOf(
      currencies,
      (currency) =>
        sumOf(
          openSteps.map((step) => (Number(step) || 0) * (cells[cell.money(cell.step(step), currency)] ?? 0)),
        ) / 100,
    ),
    unvalued: all.deals - sumOf(currencies.map((currency) => cells[cell.money('count', currency)] ?? 0)),
  };
}

function quartersOf(
  cells: Cells,
  present: Quarter,
  yearBegins: number,
  worthOf: (names: readonly string[]) => Amounts,
): QuarterWorth[] {
  const months = monthsIn(cells);
  const own = Array.from({ length: QUARTERS }, (_, at) => {
    return quarterAt(monthsLater(present.first, 3 * at), yearBegins);
  });
  const end = monthsLater(present.first, 3 * QUARTERS);
  const named = (fits: (month: Month) => boolean) => months.filter(fits).map(cell.month);
  const rows: QuarterWorth[] = [
    {
      when: 'earlier',
      to: endOfMonth(monthsLater(present.first, -1)),
      ...worthOf(named((month) => month !== 'none' && month < present.first)),
    },
    ...own.map((quarter) => ({
      when: quarter,
      from: startOfMonth(quarter.first),
      to: endOfMonth(monthsLater(quarter.first, 2)),
      ...worthOf(monthsOfQuarter(quarter).map(cell.month)),
    })),
    {
      when: 'later',
      from: startOfMonth(end),
      ...worthOf(named((month) => month !== 'none' && month >= end)),
    },
    { when: 'none', ...worthOf(named((month) => month === 'none')) },
  ];
  return rows.filter(({ deals }) => deals > 0);
}

function monthsIn(cells: Cells): Month[] {
  const month = new RegExp(`^${cell.month('(\\d{4}-\\d\\d|none)')}$`);
  return Object.keys(cells).flatMap((name) => month.exec(name)?.[1] ?? []);
}

/** The currencies of open deals, that of most deals first. */
function currenciesOf(cells: Cells): string[] {
  const counted = new RegExp(`^${cell.money('count', '([A-Z]{3})')}$`);
  const found = Object.keys(cells).flatMap((name) => counted.exec(name)?.[1] ?? []);
  const count = (currency: string) => cells[cell.money('count', currency)] ?? 0;
  return found.sort((one, other) => count(other) - count(one) || (one < other ? -1 : 1));
}

function moneyOf(currencies: readonly string[], amountOf: (currency: string) => number): Money[] {
  return currencies
    .map((currency) => ({ currency, amount: amountOf(currency) }))
    .filter(({ amount }) => amount > 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
