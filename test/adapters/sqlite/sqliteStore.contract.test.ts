import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { encodeText } from '#ports/documentKeys.ts';
import { documentStoreContract } from '#test/contracts/documentStoreContract.ts';
import { contractOrderings } from '#test/contracts/storeUnderTest.ts';

documentStoreContract('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cosell-sqlite-'));
  const file = join(folder, 'new', 'store.db');
  const store = openSqliteStore({ file, orderings: contractOrderings });
  const second = new DatabaseSync(file, { readOnly: true });
  const select = second.prepare('SELECT * FROM documents WHERE partition = ? AND id = ?');
  return {
    store,
    raw: async (partition, id) => {
      const row = select.get(encodeText(partition), encodeText(id));
      return (
        row && {
          kind: String(row.kind),
          schema: Number(row.schema),
          dueAt: row.due_at === null ? undefined : String(row.due_at),
          body: JSON.parse(String(row.body)),
        }
      );
    },
    close: async () => {
      second.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

documentStoreContract('SQLite in memory', async () => {
  const store = openSqliteStore({ file: ':memory:', orderings: contractOrderings });
  return {
    store,
    // There is no second way into the memory of a connection.
    raw: async (partition, id) => {
      const found = await store.read(partition, id);
      return found && { kind: found.kind, schema: found.schema, dueAt: found.dueAt, body: found.body };
    },
    close: () => store.close(),
  };
});

documentStoreContract('SQLite without declared orderings', async () => {
  const store = openSqliteStore({ file: ':memory:' });
  return {
    store,
    raw: async (partition, id) => {
      const found = await store.read(partition, id);
      return found && { kind: found.kind, schema: found.schema, dueAt: found.dueAt, body: found.body };
    },
    close: () => store.close(),
  };
});
