import type { Clock } from '#ports/clock.ts';
import type { WorkHandler } from './workerDeps.ts';

/** Has what nobody waits for step aside while people wait for an answer. */
export interface GivingWay {
  /** Somebody waits for as long as this lasts. Throws what it throws. */
  whileWaitedFor<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits, and after a fifth of a second in any case: no load stops what is due. */
  lull(): Promise<void>;
}

/** With the jitter of the clock. */
const ABOUT = 200;

/** Counts those who wait; `clock` ends a lull that does not come. */
export function createGivingWay(clock: Clock): GivingWay {
  let waiting = 0;
  let quiet = Promise.withResolvers<void>();
  return {
    async whileWaitedFor(work) {
      waiting++;
      try {
        return await work();
      } finally {
        waiting--;
        if (waiting === 0) {
          quiet.resolve();
          quiet = Promise.withResolvers();
        }
      }
    },
    async lull() {
      if (waiting === 0) return;
      const enough = new AbortController();
      await Promise.race([quiet.promise, clock.pause(ABOUT, enough.signal)]);
      enough.abort();
    },
  };
}

/** The same handlers, each of which begins in a lull. */
export function inLulls(
  handlers: Readonly<Record<string, WorkHandler>>,
  { lull }: Pick<GivingWay, 'lull'>,
): Readonly<Record<string, WorkHandler>> {
  const later =
    (handle: WorkHandler): WorkHandler =>
    async (document, holding) => {
      await lull();
      return handle(document, holding);
    };
  return Object.fromEntries(Object.entries(handlers).map(([kind, handle]) => [kind, later(handle)]));
}
