import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '#ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds) => wait(milliseconds * (0.5 + Math.random())),
};
