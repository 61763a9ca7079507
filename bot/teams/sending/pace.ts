/** Time as a pace needs it; milliseconds of a clock that never jumps. */
export interface Ticking {
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
}

/** Resolves when it is the caller's turn, in the order of asking. */
export type Pace = () => Promise<void>;

/** What Teams takes of one app in one tenant. */
const CALLS = 50;
/** A little is left, because calls do not take equally long to arrive: 49 in 1,020 ms. */
const WITHIN = 1_020;
/** What was missed while the process did something else is made up for, this many milliseconds at most. */
const CATCH_UP = 200;

/**
 * A budget of calls a second, spread evenly: and never more than that within any second, wherever it
 * begins. `replicas`: how many processes have a part of it.
 */
export function createPace({ now, pause }: Ticking, replicas: () => number): Pace {
  const granted: number[] = [];
  let planned = Number.NEGATIVE_INFINITY;
  let before: Promise<void> = Promise.resolve();
  const turn = async () => {
    const share = Math.max(1, Math.floor((CALLS - 1) / Math.max(1, replicas())));
    planned = Math.max(planned + 1_000 / share, now() - CATCH_UP);
    for (;;) {
      const filling = granted.at(-share);
      const wait = Math.max(planned, filling === undefined ? planned : filling + WITHIN) - now();
      if (wait <= 0) break;
      await pause(wait);
    }
    granted.push(now());
    if (granted.length > CALLS) granted.shift();
  };
  return () => {
    const mine = before.then(turn);
    before = mine;
    return mine;
  };
}
