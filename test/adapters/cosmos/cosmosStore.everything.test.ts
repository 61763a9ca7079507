import assert from 'node:assert/strict';
import { type BehindProxy, behindProxy } from '#test/support/store/behindProxy.ts';

describe('going through an account as a whole', () => {
  let under: BehindProxy;
  before(async () => {
    under = await behindProxy();
  });
  after(() => under.close());

  it('given an account that throttles now and then, then each document comes once all the same', async () => {
    const { store, proxy } = under;
    const ids = Array.from({ length: 450 }, (_, at) => `d${at}`);
    for (let from = 0; from < ids.length; from += 50) {
      const lot = ids.slice(from, from + 50);
      await Promise.all(
        lot.map((id) => store.create({ partition: 'local', id, kind: 'note', schema: 1, body: { id } })),
      );
    }
    const found: string[] = [];
    const busy = { status: 429, headers: { 'x-ms-retry-after-ms': '20' } };
    proxy.inject('query', busy, 2);
    for await (const documents of store.everything()) {
      found.push(...documents.map(({ id }) => id));
      proxy.inject('query', busy, 1);
    }
    assert.deepEqual(found.sort(), ids.sort());
  });
});
