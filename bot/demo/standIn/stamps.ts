import type { Switches } from './switches.ts';

const TICKS = 10_000n;
const DAY = 86_400_000;
/** How long a receiver has to answer. */
const DAYS_TO_ANSWER = 14;

/** The stand-in's own clock, which may differ from everybody else's. */
export interface Stamps {
  now(): Date;
  /** A moment as the service writes it, later than every one before. */
  next(): string;
  expiry(created: string): string;
}

export function stampsOf(now: () => Date, switches: Switches): Stamps {
  let last = 0n;
  return {
    now,
    next() {
      const current = BigInt(now().getTime()) * TICKS;
      // The tick keeps two changes of one millisecond apart; a clock that was put back does go back.
      const sameMoment = last >= current && last < current + TICKS - 1n;
      last = sameMoment ? last + 1n : current + BigInt(switches.fractions === 0 ? 0 : 1);
      return written(last, switches.fractions);
    },
    expiry: (created) => new Date(Date.parse(created) + DAYS_TO_ANSWER * DAY).toISOString(),
  };
}

function written(ticks: bigint, fractions: Switches['fractions']): string {
  const whole = new Date(Number(ticks / TICKS)).toISOString();
  const digits = whole.slice(20, 23) + String(ticks % TICKS).padStart(4, '0');
  const kept = fractions === 'trimmed' ? digits.replace(/0+$/, '') : digits.slice(0, fractions);
  return `${whole.slice(0, 19)}${kept && `.${kept}`}Z`;
}

// Thousands of rows are compared again and again at each page.
const known = new Map<string, bigint | undefined>();
const KNOWN_AT_MOST = 100_000;

/** Hundreds of nanoseconds since 1970, or undefined for what is no moment. */
export function ticksOf(text: unknown): bigint | undefined {
  if (typeof text !== 'string') return undefined;
  if (known.has(text)) return known.get(text);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  const ticks = readTicks(text);
  known.set(text, ticks);
  return ticks;
}

function readTicks(text: string): bigint | undefined {
  const parts = /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?:\.(\d{1,7}))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  const whole = parts?.[1];
  if (whole === undefined) return undefined;
  const milliseconds = Date.parse(whole.includes('T') ? `${whole}${parts?.[3] ?? 'Z'}` : whole);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * TICKS + BigInt((parts?.[2] ?? '').padEnd(7, '0'));
}
