import { daysLater, type LocalDate } from '#domain/values/instant.ts';

/*
 * A store finds what equals a value. So that ranges of values and of days are found by it as well, a deal stands in a
 * band: few enough of them to name all that a range touches. What the outermost hold too much is dropped afterwards.
 */

/** The lower ends of the bands of values: 0, 1, 2, 5, 10, 20, 50 and so on. */
const bands: readonly number[] = [
  0,
  ...Array.from({ length: 13 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat(),
];

/** The band of an amount, by its lower end. */
export function worthBand(amount: number): number {
  return bands.findLast((lowest) => lowest <= amount) ?? 0;
}

/** The bands that an amount within these bounds may stand in. */
export function worthBands(least: number, most: number): number[] {
  return bands.filter((band) => band >= worthBand(least) && band <= worthBand(most));
}

/** Whether the bands from this amount on hold nothing that is worth less. */
export function beginsBand(least: number): boolean {
  return bands.includes(least);
}

const FIRST_YEAR = 2020;
const LAST_YEAR = 2040;

/** The quarter of a day, such as `2026-4`; what lies far off belongs to the first or the last one there is. */
export function quarterOf(day: LocalDate): string {
  const year = Number(day.slice(0, 4));
  if (!(year >= FIRST_YEAR)) return `${FIRST_YEAR}-1`;
  if (year > LAST_YEAR) return `${LAST_YEAR}-4`;
  return `${year}-${Math.min(4, Math.max(1, Math.ceil(Number(day.slice(5, 7)) / 3) || 1))}`;
}

/** The quarters that days within these bounds may lie in. */
export function quartersWithin(from: LocalDate | undefined, to: LocalDate | undefined): string[] {
  const first = from === undefined ? `${FIRST_YEAR}-1` : quarterOf(from);
  const last = to === undefined ? `${LAST_YEAR}-4` : quarterOf(to);
  return quarters.filter((quarter) => quarter >= first && quarter <= last);
}

/** Whether the quarters from one day to another hold no other days. */
export function areWholeQuarters(from: LocalDate | undefined, to: LocalDate | undefined): boolean {
  return (
    (from === undefined || (isWithin(from) && quarterOf(from) !== quarterOf(daysLater(from, -1)))) &&
    (to === undefined || (isWithin(to) && quarterOf(to) !== quarterOf(daysLater(to, 1))))
  );
}

/** The first and the last quarter hold what lies far off as well. */
function isWithin(day: LocalDate): boolean {
  return day > `${FIRST_YEAR}-03-31` && day < `${LAST_YEAR}-10-01`;
}

const quarters: readonly string[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) =>
  [1, 2, 3, 4].map((quarter) => `${FIRST_YEAR + at}-${quarter}`),
).flat();
