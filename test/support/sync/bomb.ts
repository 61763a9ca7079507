import type { AnyDocumentStore } from '#ports/documents.ts';
import { turn } from '#test/support/app/runningApp.ts';

/** Ends a process between two of its steps: with the store or with the network. */
export interface Bomb {
  /** The process ends with its step number `steps` from now on, before it or after it, and another one begins. */
  light(steps: number, when: 'before' | 'after'): void;
  /** It goes on without; resolves when the process that began after the end, if there was one, is there. */
  defused(): Promise<void>;
  step<T>(work: () => Promise<T>): Promise<T>;
  store(inner: AnyDocumentStore): AnyDocumentStore;
}

/** So long whoever still runs of the process that ended finds nothing any more, in turns of the loop. */
const DEAD = 60;

/** `risen`: the next process begins; leases of the one that ended have to run out. */
export function bombWith(risen: () => void): Bomb {
  let left: number | undefined;
  let when: 'before' | 'after' = 'before';
  let dead = false;
  const killed = () => new Error('killed');
  const explode = () => {
    [left, dead] = [undefined, true];
    void (async () => {
      for (let turns = 0; turns < DEAD; turns++) await turn();
      dead = false;
      risen();
    })();
    return killed();
  };
  const bomb: Bomb = {
    light(steps, how) {
      [left, when] = [steps, how];
    },
    async defused() {
      left = undefined;
      while (dead) await turn();
    },
    async step(work) {
      if (dead) throw killed();
      const now = left !== undefined && --left <= 0;
      if (now && when === 'before') throw explode();
      const result = await work();
      if (now) throw explode();
      if (dead) throw killed();
      return result;
    },
    store: (inner) => ({
      ...inner,
      read: (...given) => bomb.step(() => inner.read(...given)),
      create: (draft) => bomb.step(() => inner.create(draft)),
      replace: (draft, etag) => bomb.step(() => inner.replace(draft, etag)),
      remove: (...given) => bomb.step(() => inner.remove(...given)),
      list: (query) => bomb.step(() => inner.list(query)),
      due: (...given) => bomb.step(() => inner.due(...given)),
    }),
  };
  return bomb;
}
