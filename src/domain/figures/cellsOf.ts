import type { Answered, CountedDeal, Ended, Month } from './counted.ts';
import { type Cells, negative, noSums, plus, type Sums } from './sums.ts';

/** Sums of one month, or of all that is open, in the whole company or in a part of it. */
export type SumsName = `${Month | 'open'} ${SumsScope}`;

/** The whole company, what belongs to no location, or one location. */
export type SumsScope = 'all' | 'none' | `@${string}`;

/** The scope of the deals of a location, or of those of none. */
export function scopeOf(location: string | undefined): SumsScope {
  return location === undefined ? 'none' : `@${location}`;
}

/** What the sums of a period and a scope are called. */
export function sumsName(period: Month | 'open', scope: SumsScope): SumsName {
  return `${period} ${scope}`;
}

/** The names of cells that carry more than a count: by reason, by currency, by the time it took. */
export const cell = {
  money: (of: string, currency: string) => `${of} in ${currency}`,
  reason: (of: string, reason: string) => `${of} for ${reason}`,
  within: (hours: string) => `within ${hours}`,
  step: (step: string) => `step ${step}`,
  month: (month: Month) => `month ${month}`,
} as const;

/** What a deal adds to which sums. */
export function cellsOf(counted: CountedDeal): Map<SumsName, Sums> {
  const found = new Map<SumsName, Sums>();
  const own = scopeOf(counted.location);
  const add = (period: Month | 'open', cells: Cells, row?: Cells, by?: string) => {
    const people = row && by !== undefined ? { people: { [by]: row } } : {};
    const places = row ? { places: { [own]: row } } : {};
    put(found, sumsName(period, 'all'), { cells, ...places, ...people });
    put(found, sumsName(period, own), { cells, ...people });
  };
  const { open, came, answer, end } = counted;
  if (open) add('open', openCells(open));
  if (came) add(came, { came: 1 });
  if (answer) add(answer.month, answerCells(answer), answerRow(answer), answer.by);
  if (end) add(end.month, endCells(end), endRow(end), end.by);
  return found;
}

/** What must be added to sums that hold the one so that they hold the other; what stays the same is left out. */
export function differenceOf(
  before: CountedDeal | undefined,
  after: CountedDeal | undefined,
): Map<SumsName, Sums> {
  const difference = after ? cellsOf(after) : new Map<SumsName, Sums>();
  for (const [name, sums] of before ? cellsOf(before) : []) put(difference, name, negative(sums));
  return difference;
}

function put(into: Map<SumsName, Sums>, name: SumsName, sums: Sums): void {
  into.set(name, plus(into.get(name) ?? noSums, sums));
}

function openCells({ step, month, money }: NonNullable<CountedDeal['open']>): Cells {
  const at = [cell.step(step), cell.month(month)];
  return {
    open: 1,
    ...Object.fromEntries(at.map((name) => [name, 1])),
    ...(money && {
      [cell.money('open', money.currency)]: money.amount,
      [cell.money('count', money.currency)]: 1,
      ...Object.fromEntries(at.map((name) => [cell.money(name, money.currency), money.amount])),
    }),
  };
}

function answerCells({ how, reason, within }: Answered): Cells {
  return {
    [how]: 1,
    ...(reason !== undefined && { [cell.reason(how, reason)]: 1 }),
    ...(within !== undefined && { [cell.within(within)]: 1 }),
  };
}

function answerRow({ how, within }: Answered): Cells {
  return { [how]: 1, ...(within !== undefined && { [cell.within(within)]: 1 }) };
}

function endCells(end: Ended): Cells {
  const { how, reason } = end;
  return { ...endRow(end), ...(reason !== undefined && { [cell.reason(how, reason)]: 1 }) };
}

function endRow({ how, money }: Ended): Cells {
  return { [how]: 1, ...(money && { [cell.money(how, money.currency)]: money.amount }) };
}
