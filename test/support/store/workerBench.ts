import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { Worker } from '#app/store/worker.ts';
import type { WorkerDeps, WorkHandler } from '#app/store/workerDeps.ts';
import type { AnyDocumentStore, StoredDocument, WriteResult } from '#ports/documents.ts';
import { type FakeClock, fakeClock } from '#test/support/app/fakeClock.ts';
import { MONDAY, turn } from '#test/support/app/runningApp.ts';

/** Workers on one store with one kind of document, `task`. */
export interface WorkerBench {
  store: AnyDocumentStore;
  clock: FakeClock;
  errors: unknown[];
  start(owner: string, task: WorkHandler, more?: Partial<WorkerDeps>): Worker;
  /** A document that is due now. */
  put(id: string, more?: { dueAt?: string; kind?: string; partition?: string }): Promise<WriteResult>;
  read(id: string): Promise<StoredDocument | undefined>;
  /** What a handler does when all is done. */
  finish(claimed: StoredDocument): Promise<void>;
  close(): Promise<void>;
}

export function workerBench(): WorkerBench {
  const store = openSqliteStore({ file: ':memory:' });
  const clock = fakeClock(MONDAY);
  const errors: unknown[] = [];
  const workers = new Set<Worker>();
  return {
    store,
    clock,
    errors,
    start(owner, task, more = {}) {
      const onError = (error: unknown) => errors.push(error);
      const worker = new Worker({
        store,
        clock,
        owner,
        handlers: { task },
        onError,
        onSetAside: () => {},
        ...more,
      });
      workers.add(worker);
      worker.start();
      return worker;
    },
    put: (id, more = {}) =>
      store.create({ partition: 'contoso', id, kind: 'task', schema: 1, dueAt: MONDAY, body: {}, ...more }),
    read: (id) => store.read('contoso', id),
    async finish(claimed) {
      await store.replace({ ...claimed, dueAt: undefined, lease: undefined }, claimed.etag);
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      await store.close();
    },
  };
}

/** Gives everything that is under way time for that many steps. */
export async function turns(count: number): Promise<void> {
  for (let one = 0; one < count; one++) await turn();
}

/** Something that waits until it is let go. */
export function held(): { until: Promise<void>; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { until: promise, release: resolve };
}
