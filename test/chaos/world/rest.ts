import { setTimeout as wait } from 'node:timers/promises';
import type { StoredThing } from '#test/chaos/check/stored.ts';

/** What falls due so soon is still under way, in milliseconds of the bots' time. */
const SOON = 30_000;

/**
 * Waits until nothing is due any more and nobody calls; what is left when that does not come within `patience`, in
 * milliseconds of ours.
 */
export async function comeToRest(
  everything: () => Promise<StoredThing[]>,
  now: () => Date,
  calls: () => number,
  patience: number,
): Promise<StoredThing[]> {
  const deadline = Date.now() + patience;
  let quiet = 0;
  for (;;) {
    const before = calls();
    const until = new Date(now().getTime() + SOON).toISOString();
    const busy = (await everything()).filter(({ dueAt, leased }) => leased || (dueAt && dueAt <= until));
    quiet = busy.length === 0 && calls() === before ? quiet + 1 : 0;
    if (quiet >= 3 || Date.now() > deadline) return busy;
    await wait(300);
  }
}
