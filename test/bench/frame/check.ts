import { type Figure, type MeasuredPart, type Report, worsening, written } from './figure.ts';

/** From here on a figure has got worse: by more than a third. */
const WORSE = 4 / 3;

/** A figure that has got worse, and the words that say so. */
export interface Worse {
  figure: Figure;
  words: string;
}

/** The figures that are worse than in the report by more than a third. */
export function worseThan(report: Report, name: string, measured: MeasuredPart): Worse[] {
  const before = report.parts[name];
  if (!before) return [];
  const yardsticks = { now: measured.yardstick, before: before.yardstick };
  return measured.figures.flatMap((now) => {
    const was = before.figures.find((one) => isSame(one, now));
    if (!was || was.value === 0) return [];
    const factor = worsening(now, was, yardsticks);
    if (factor <= WORSE) return [];
    const size = now.size === undefined ? '' : ` [${now.size.toLocaleString('en-US')}]`;
    const words = `${name}: ${now.what}${size}: ${written(was)} -> ${written(now)}, ${factor.toFixed(1)} times as bad`;
    return [{ figure: now, words }];
  });
}

/** Those that are worse when measured again as well. */
export function stillWorse(first: readonly Worse[], again: readonly Worse[]): Worse[] {
  return again.filter(({ figure }) => first.some((one) => isSame(one.figure, figure)));
}

/** How many figures of the part can be compared with the report at all. */
export function comparable(report: Report, name: string, { figures }: MeasuredPart): number {
  return figures.filter((now) => report.parts[name]?.figures.some((one) => isSame(one, now))).length;
}

function isSame(one: Figure, other: Figure): boolean {
  return one.what === other.what && one.unit === other.unit && one.size === other.size;
}
