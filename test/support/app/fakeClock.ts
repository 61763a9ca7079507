import type { Clock } from '#ports/clock.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** The present moment as text. */
  readonly instant: string;
  /** Jumps to a moment, forwards or back. */
  set(instant: string): void;
  advance(milliseconds: number): void;
}

// A pause between two attempts at a write; longer ones wait for something that the test brings about.
const LONGEST_COLLISION = 1_000;

/** Short pauses pass by themselves, long ones when the clock is moved past their end. */
export function fakeClock(start: string): FakeClock {
  let now = Date.parse(start);
  let sleepers: { until: number; wake: () => void }[] = [];
  const moved = () => {
    const done = sleepers.filter(({ until }) => until <= now);
    sleepers = sleepers.filter(({ until }) => until > now);
    for (const { wake } of done) wake();
  };
  return {
    get instant() {
      return new Date(now).toISOString();
    },
    now: () => new Date(now),
    pause: (milliseconds) =>
      new Promise((resolve) => {
        if (milliseconds < LONGEST_COLLISION) setImmediate(resolve);
        else sleepers.push({ until: now + milliseconds, wake: resolve });
      }),
    set(instant) {
      now = Date.parse(instant);
      moved();
    },
    advance(milliseconds) {
      now += milliseconds;
      moved();
    },
  };
}
