import { systemClock } from '#adapters/system/clock.ts';
import type { Clock } from '#ports/clock.ts';

const HOUR = 3_600_000;

/** The machine's clock, which a test can put forward. */
export interface MovableClock extends Clock {
  forward(hours: number): void;
}

export function movableClock(): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    pause: (milliseconds, enough) => systemClock.pause(milliseconds, enough),
    forward(hours) {
      ahead += hours * HOUR;
    },
  };
}
