/** What a figure is counted in. `ratio` is of something else in the same run, `share` of what would be possible. */
export type Unit = 'ms' | 's' | 'MB' | 'bytes' | '/s' | 'ratio' | 'share' | 'times' | 'requests' | 'RU';

/** One thing that was measured. */
export interface Figure {
  what: string;
  value: number;
  unit: Unit;
  /** How many deals, customers or sellers there were, where that is what is compared. */
  size?: number;
}

/** What a part says while it measures. */
export interface Recorder {
  figure: (what: string, value: number, unit: Unit, size?: number) => void;
  /** Milliseconds of many tries: their median and what 99 % of them do not pass. */
  times: (what: string, times: readonly number[], size?: number) => void;
}

/** One part of the bench: it measures by itself, ends by itself, and cleans up behind itself. */
export type Part = (record: Recorder, largest: number) => Promise<void>;

/** What a part measured, and how fast the machine was meanwhile. */
export interface MeasuredPart {
  /** ISO date of the run. */
  on: string;
  seconds: number;
  /** Milliseconds that a fixed piece of work took on this machine during the run. */
  yardstick: number;
  figures: readonly Figure[];
}

/** What docs/bench/figures.json holds. */
export interface Report {
  machine: string;
  parts: Readonly<Record<string, MeasuredPart>>;
}

const moreIsBetter: ReadonlySet<Unit> = new Set(['/s', 'ratio', 'share']);
const dependsOnTheMachine: ReadonlySet<Unit> = new Set(['ms', 's', '/s']);

/**
 * How much worse a figure is than the same one of before: 1 is as good, 2 twice as bad. Times and rates are taken
 * relative to the yardstick of their own run, so that runs on different machines can be compared.
 */
export function worsening(now: Figure, before: Figure, yardsticks: { now: number; before: number }): number {
  const more = moreIsBetter.has(now.unit);
  const ratio = more ? before.value / now.value : now.value / before.value;
  if (!dependsOnTheMachine.has(now.unit)) return ratio;
  return ratio * (yardsticks.before / yardsticks.now);
}

/** The value as people read it: as many digits as mean something. */
export function written({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  const digits = Math.abs(value) >= 100 || unit === 'requests' ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  if (unit === 'times') return `× ${number}`;
  return unit === 'ratio' ? number : `${number} ${unit}`;
}
