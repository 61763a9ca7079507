import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { draft } from '#test/contracts/documentStore.samples.ts';

/** Adds to the document `counter` one by one, reloading after each conflict. */
export async function countUp(store: AnyDocumentStore, steps: number): Promise<void> {
  for (let done = 0; done < steps; ) {
    const found = await store.read<{ count: number }>('org', 'counter');
    const next = draft('org', 'counter', { body: { count: (found?.body.count ?? 0) + 1 } });
    const result = found ? await store.replace(next, found.etag) : await store.create(next);
    if (result.ok) done++;
    else await sleep(Math.random() * 5);
  }
}
