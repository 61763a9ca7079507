import type { Money } from '#domain/values/parts.ts';
import { cell } from './cellsOf.ts';
import { answerHours } from './counted.ts';
import type { Cells } from './sums.ts';

/** What became of deals in some months. */
export interface Outcome {
  came: number;
  accepted: number;
  declined: number;
  expired: number;
  won: number;
  lost: number;
  /** Reasons with how many had it, the most frequent first. */
  declinedFor: readonly Reasoned[];
  lostFor: readonly Reasoned[];
  /** Per currency, never converted, the largest number first. */
  wonMoney: readonly Money[];
  lostMoney: readonly Money[];
  time: AnswerTime;
}

export interface Reasoned {
  reason: string;
  count: number;
}

/** How long people here took to answer. */
export interface AnswerTime {
  /** How many answers it is about. */
  answers: number;
  /** Hours within which half of them came; `more` than all buckets; undefined without an answer. */
  half?: number | 'more' | undefined;
  /** How many came within a day, and within three. */
  day: number;
  threeDays: number;
}

/** What sums of months say. */
export function outcomeIn(cells: Cells): Outcome {
  const count = (name: string) => cells[name] ?? 0;
  return {
    came: count('came'),
    accepted: count('accepted'),
    declined: count('declined'),
    expired: count('expired'),
    won: count('won'),
    lost: count('lost'),
    declinedFor: reasonsOf(cells, 'declined'),
    lostFor: reasonsOf(cells, 'lost'),
    wonMoney: moneyIn(cells, 'won'),
    lostMoney: moneyIn(cells, 'lost'),
    time: timeOf(cells),
  };
}

/** How much happened: what rows are ordered by. */
export function activityOf({ accepted, declined, expired, won, lost }: Outcome): number {
  return accepted + declined + expired + won + lost;
}

function timeOf(cells: Cells): AnswerTime {
  const buckets = [...answerHours, 'more' as const].map((hours) => ({
    hours,
    count: cells[cell.within(String(hours))] ?? 0,
  }));
  const within = (most: number) =>
    buckets.reduce((sum, { hours, count }) => (hours !== 'more' && hours <= most ? sum + count : sum), 0);
  const answers = buckets.reduce((sum, { count }) => sum + count, 0);
  let left = Math.ceil(answers / 2);
  const half = buckets.find(({ count }) => {
    left -= count;
    return left <= 0;
  })?.hours;
  return { answers, ...(answers > 0 && { half }), day: within(24), threeDays: within(72) };
}

function reasonsOf(cells: Cells, of: string): Reasoned[] {
  return named(cells, cell.reason(of, '(.+)'))
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
}

function moneyIn(cells: Cells, of: string): Money[] {
  return named(cells, cell.money(of, '([A-Z]{3})'))
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((one, other) => other.amount - one.amount);
}

function named(cells: Cells, pattern: string): [name: string, number: number][] {
  const fits = new RegExp(`^${pattern}$`);
  return Object.entries(cells).flatMap(([name, number]) => {
    const found = fits.exec(name)?.[1];
    return found === undefined ? [] : [[found, number] as [string, number]];
  });
}
