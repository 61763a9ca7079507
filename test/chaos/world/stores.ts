import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { StoredThing } from '#test/chaos/check/stored.ts';
import { startCosmos } from '#test/support/store/cosmosServer.ts';
import { startCosmosWire } from './cosmosWire.ts';

/** The store that all processes share. */
export interface StoreOfWorld {
  /** Directly, without the faults that the bots meet. */
  store: AnyDocumentStore;
  /** Everything that stands in it, as it stands there. */
  everything(): Promise<StoredThing[]>;
  /** What a process must be told so that it finds it. */
  settings(which: number): Readonly<Record<string, string>>;
  /** From now on that many of a hundred requests fail, 0 to 1, where the store is reached over a wire. */
  disturb(chance: number): void;
  /** Whether nobody who stands still keeps all others from writing. */
  canWrite(): boolean;
  /** Keeps all from writing for that many milliseconds. */
  away(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** One file. */
export function fileStore(file: string): StoreOfWorld {
  const store = openSqliteStore({ file });
  const db = new DatabaseSync(file, { timeout: 0 });
  return {
    store,
    settings: () => ({}),
    disturb: () => undefined,
    async everything() {
      const rows = db.prepare('SELECT partition, id, kind, due_at, lease, body FROM documents').all();
      return rows.map(({ partition, id, kind, due_at, lease, body }) => ({
        partition: plain(String(partition)),
        id: plain(String(id)),
        kind: String(kind),
        dueAt: due_at === null ? undefined : String(due_at),
        leased: lease !== null,
        body: JSON.parse(String(body)),
      }));
    },
    canWrite() {
      try {
        db.exec('BEGIN IMMEDIATE; ROLLBACK');
        return true;
      } catch {
        return false;
      }
    },
    async away(milliseconds) {
      try {
        db.exec('BEGIN IMMEDIATE');
      } catch {
        // Somebody else holds it.
        return;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });
      db.exec('ROLLBACK');
    },
    async close() {
      db.close();
      await store.close();
    },
  };
}

/** An account of Cosmos DB, to which every process has a line of its own. */
export async function cosmosStore(seed: number): Promise<StoreOfWorld> {
  const account = await startCosmos();
  const database = `chaos-${randomUUID()}`;
  const store = await openCosmosStore({ ...account, database, patience: 60_000 });
  const client = new CosmosClient(account);
  const wire = await startCosmosWire(account.endpoint, seed);
  return {
    store,
    settings: (which) => ({
      SQLITE_FILE: '',
      COSMOS_ENDPOINT: wire.lineOf(which),
      COSMOS_KEY: account.key,
      COSMOS_DATABASE: database,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    }),
    disturb: (chance) => {
      wire.chance = chance;
    },
    async everything() {
      const { resources } = await client
        .database(database)
        .container('documents')
        .items.query('SELECT * FROM c')
        .fetchAll();
      return resources.map(({ partition, id, kind, dueAt, lease, body, bodyText }) => ({
        partition: plain(partition),
        id: plain(id),
        kind,
        dueAt,
        leased: lease !== undefined,
        body: bodyText === undefined ? body : JSON.parse(bodyText),
      }));
    },
    canWrite: () => true,
    async away(milliseconds) {
      wire.away = true;
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });
      wire.away = false;
    },
    async close() {
      await store.close();
      client.dispose();
      await wire.close();
      await account.close();
    },
  };
}

/** Names as they were before the store spelled them in its own letters. */
function plain(spelled: string): string {
  return spelled.replace(/!(..)|~(....)/g, (_, low?: string, high?: string) =>
    String.fromCharCode(Number.parseInt(low ?? high ?? '', 16)),
  );
}
