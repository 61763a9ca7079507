import assert from 'node:assert/strict';
import { countCustomers } from '#adapters/customers/counting.ts';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';

describe('countCustomers', () => {
  it('counts over all countries, and no further than it was asked to', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    assert.equal(await countCustomers(store, 101), 0);
    const facts = ['DE', 'US', 'SE'].flatMap((country) =>
      Array.from({ length: 4 }, (_, number) => ({ name: `Firm ${number}`, addressLines: [], country })),
    );
    await openCustomers(store).register(facts);
    assert.equal(await countCustomers(store, 101), 12);
    assert.equal(await countCustomers(store, 7), 7);
    await store.close();
  });
});
