import type { Clock } from '#ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds, enough) =>
    new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        enough?.removeEventListener('abort', over);
        resolve();
      };
      const timer = setTimeout(over, milliseconds * (0.5 + Math.random()));
      enough?.addEventListener('abort', over);
      if (enough?.aborted) over();
    }),
};
