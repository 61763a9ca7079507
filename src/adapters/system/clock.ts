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

/** Time that never jumps and pauses that are not varied, for budgets of calls; milliseconds. */
export const systemTicking = {
  now: () => performance.now(),
  pause: (milliseconds: number, enough?: AbortSignal) =>
    wait(milliseconds, undefined, enough ? { signal: enough } : {}).catch((error) => {
      if (!enough?.aborted) throw error;
    }),
};
