import type { Clock } from '#ports/clock.ts';

const FREE = 5;
const WINDOW = 60_000;
const PAUSE = 1_000;
const MOST_WAITING = 20;
const MOST_REMEMBERED = 1_000;

/**
 * How long somebody waits for the answer to a key that is none, in milliseconds; undefined where they get none at all
 * but are told to come later. A right key never waits.
 */
export type Slowing = (address: string) => number | undefined;

/** The first five wrong keys of an address a minute are slips; whoever goes on is trying. */
export function createSlowing({ now }: Pick<Clock, 'now'>): Slowing {
  const wrong = new Map<string, { since: number; count: number }>();
  return (address) => {
    const at = now().getTime();
    const before = wrong.get(address);
    const present = before && at - before.since < WINDOW ? before : { since: at, count: 0 };
    present.count++;
    wrong.delete(address);
    wrong.set(address, present);
    if (wrong.size > MOST_REMEMBERED) for (const oldest of wrong.keys().take(1)) wrong.delete(oldest);
    const beyond = present.count - FREE;
    if (beyond <= 0) return 0;
    return beyond > MOST_WAITING ? undefined : PAUSE;
  };
}
