import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { copyStore } from '#app/store/copyStore.ts';
import { inventoryOf } from '#app/store/inventory.ts';
import type { DocumentDraft, WholeStore } from '#ports/documents.ts';
import { startCosmos } from '#test/support/store/cosmosServer.ts';

const now = '2031-01-01T00:00:00.000Z';
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

describe('a store that moves to Cosmos DB and back', () => {
  it('given texts and numbers of every kind, then each store has the same counts and sums as the first', async () => {
    const account = await startCosmos();
    const file = openSqliteStore({ file: ':memory:' });
    const cosmos = await openCosmosStore({ ...account, database: 'moved', patience: 60_000 });
    const back = openSqliteStore({ file: ':memory:' });
    try {
      for (const draft of drafts()) await file.create(draft);
      const move = (from: WholeStore, to: WholeStore) =>
        copyStore({ from, to, onProgress: () => undefined }, now);
      assert.equal((await move(file, cosmos)).written, drafts().length);
      assert.equal((await move(file, cosmos)).same, drafts().length);
      assert.equal((await move(cosmos, back)).written, drafts().length);
      const had = await inventoryOf(file, now, digest);
      assert.deepEqual(await inventoryOf(cosmos, now, digest), had);
      assert.deepEqual(await inventoryOf(back, now, digest), had);
    } finally {
      await Promise.all([file.close(), cosmos.close(), back.close()]);
      await account.close();
    }
  });
});

function drafts(): DocumentDraft[] {
  const texts = [
    'Contoso',
    'Ärzte / Ö#?',
    '微软 🤝',
    'a\u0000b',
    '\ud800',
    '..',
    '__proto__',
    '[click](http://evil)',
  ];
  return texts.map((text, at) => ({
    partition: `org/${at % 2 === 0 ? 'deals' : text}`,
    id: `${text}-${at}`,
    kind: at % 3 === 0 ? 'referral' : 'notice',
    schema: 1,
    index: { name: text, at, half: at / 3, odd: at % 2 === 1 },
    terms: [text, 'common'],
    ...(at % 2 === 0 && { dueAt: '2031-01-02T00:00:00.000Z' }),
    ...(at % 4 === 0 && { expiresAt: '2032-01-02T00:00:00.000Z' }),
    body: {
      z: text,
      a: [1, 0.1, -0, 1e21, null, true, { [text]: { deep: text } }],
      empty: {},
      none: undefined,
    },
  }));
}
