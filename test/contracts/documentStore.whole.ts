import assert from 'node:assert/strict';
import type { StoredDocument } from '#ports/documents.ts';
import { draft, organization } from './documentStore.samples.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

/** Going through a store as a whole. */
export function wholeContract(subject: () => StoreUnderTest): void {
  it('given more documents of several partitions than fit one lot, then each comes once and as it is', async () => {
    const { store } = subject();
    const org = organization();
    const partitions = [org, `${org}/notices/1`, `${org}/notices/2`];
    const made: string[] = [];
    for (let first = 0; first < 600; first += 100) {
      await Promise.all(
        Array.from({ length: 100 }, async (_, at) => {
          const [partition, id] = [partitions[at % 3] ?? org, `d${first + at}`];
          const dueAt = at % 2 === 0 ? '2031-01-01T00:00:00.000Z' : undefined;
          const more = { index: { at }, terms: [`t${at}`], ...(dueAt && { dueAt }) };
          const result = await store.create(draft(partition, id, more));
          if (result.ok) made.push(textOf(result.document));
        }),
      );
    }
    const found: string[] = [];
    for await (const documents of store.everything()) {
      found.push(...documents.filter(({ partition }) => partition.startsWith(org)).map(textOf));
    }
    assert.equal(made.length, 600);
    assert.deepEqual(found.sort(), made.sort());
    // Others count what is due in the whole store.
    for await (const documents of store.everything()) {
      const ours = documents.filter(({ partition }) => partition.startsWith(org));
      await Promise.all(ours.map(({ partition, id, etag }) => store.remove(partition, id, etag)));
    }
  });
}

function textOf({ partition, id, etag, dueAt, index, terms, body }: StoredDocument): string {
  return JSON.stringify([partition, id, etag, dueAt, index, terms, body]);
}
