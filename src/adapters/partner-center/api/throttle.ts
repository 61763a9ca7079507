import { UnavailableError } from '#ports/errors.ts';

/** Holds all calls of one organization while Partner Center throttles it. */
export interface Throttle {
  /** Throws `UnavailableError('throttled')`, with how long still, while calls are held. */
  check(): void;
  /** Partner Center throttles: nothing is asked for `milliseconds`, or for longer each time where it names none. */
  hold(milliseconds: number | undefined): number;
  /** It answered again. */
  letGo(): void;
}

/** Never at once, whatever Partner Center says. */
const SHORTEST = 1_000;
const FIRST = 2_000;
const LONGEST = 5 * 60_000;

/** `now`: milliseconds. */
export function createThrottle(now: () => number): Throttle {
  let until = 0;
  let inARow = 0;
  return {
    check() {
      const left = until - now();
      if (left > 0) throw new UnavailableError('throttled', { retryAfter: left });
    },
    hold(milliseconds) {
      const wait = Math.max(milliseconds ?? Math.min(FIRST * 2 ** inARow, LONGEST), SHORTEST);
      inARow = Math.min(inARow + 1, 16);
      until = Math.max(until, now() + wait);
      return until - now();
    },
    letGo() {
      inARow = 0;
    },
  };
}
