import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '#ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds, enough) =>
    wait(milliseconds * (0.5 + Math.random()), undefined, enough ? { signal: enough } : {}).catch((error) => {
      if (!enough?.aborted) throw error;
    }),
};
