import { setTimeout as wait } from 'node:timers/promises';
import { type Choices, choicesOf } from './choices.ts';
import type { Fleet } from './fleet.ts';
import type { StoreOfWorld } from './stores.ts';

/** What befell the processes and the store, for who wants to know what to excuse. */
export interface Befallen {
  kills: number;
  ends: number;
  stills: number;
  aways: { from: number; to: number }[];
}

/** No write of one that moves lasts so long, in milliseconds. */
const LONGEST_WRITE = 1_000;

interface Troubled {
  fleet: Fleet;
  store: StoreOfWorld;
  /** Milliseconds of ours for which a lease holds. */
  lease: number;
  count: number;
  seed: number;
}

/**
 * Processes end, stand still and come back, and the store is away, again and again until `signal`; then all of them live
 * again. Throws where one of them cannot start.
 */
export async function befall(deps: Troubled, signal: AbortSignal): Promise<Befallen> {
  const befallen: Befallen = { kills: 0, ends: 0, stills: 0, aways: [] };
  const choices = choicesOf(deps.seed, 'processes');
  // Each is in one trouble at a time; the store is the last.
  const troubles = new Map<number, Promise<void>>();
  while (!signal.aborted) {
    await wait(choices.between(500, 1_500), undefined, { signal }).catch(() => undefined);
    const which = choices.happens(0.1) ? 0 : 1 + Math.floor(choices.fraction() * deps.count);
    const trouble =
      which === 0 ? storeAway(deps, choices, befallen) : processTrouble(deps, choices, befallen, which);
    if (signal.aborted || troubles.has(which)) continue;
    troubles.set(
      which,
      trouble().finally(() => troubles.delete(which)),
    );
  }
  await Promise.all(troubles.values());
  return befallen;
}

function storeAway({ store }: Troubled, choices: Choices, { aways }: Befallen): () => Promise<void> {
  const milliseconds = choices.between(100, 1_500);
  return async () => {
    const from = Date.now();
    await store.away(milliseconds);
    aways.push({ from, to: Date.now() });
  };
}

function processTrouble(
  { fleet, store, lease }: Troubled,
  choices: Choices,
  befallen: Befallen,
  which: number,
): () => Promise<void> {
  const what = choices.one(['kill', 'kill', 'kill', 'end', 'still']);
  const [pause, longer] = [choices.between(50, 700), choices.between(1.1, 1.4)];
  return async () => {
    if (what === 'still') {
      befallen.stills++;
      const from = Date.now();
      const standing = fleet.still(which, lease * longer);
      await wait(LONGEST_WRITE);
      const free = store.canWrite();
      await standing;
      // It stood still in the middle of a write to the one file.
      if (!free) befallen.aways.push({ from, to: Date.now() });
      return;
    }
    befallen[what === 'kill' ? 'kills' : 'ends']++;
    await (what === 'kill' ? fleet.kill(which) : fleet.terminate(which));
    await wait(pause);
    return fleet.start(which);
  };
}
