import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import type { CosmosOptions } from '#adapters/cosmos/options.ts';
import type { AnyDocumentStore, WholeStore } from '#ports/documents.ts';
import { type CosmosAccount, startCosmos } from './cosmosServer.ts';
import { type FaultProxy, startFaultProxy } from './faultProxy.ts';

/** A store whose requests meet the proxy's faults, and others that go to the same database directly. */
export interface BehindProxy {
  server: CosmosAccount;
  proxy: FaultProxy;
  store: WholeStore;
  /** Another process, whose requests meet no faults. */
  other: AnyDocumentStore;
  /** The SDK, for a look at what is stored. */
  client: CosmosClient;
  database: string;
  close(): Promise<void>;
}

export async function behindProxy(options: Partial<CosmosOptions> = {}): Promise<BehindProxy> {
  const server = await startCosmos();
  const proxy = await startFaultProxy(server.endpoint);
  const database = `db-${randomUUID()}`;
  const other = await openCosmosStore({ ...server, database, ...options, patience: 60_000 });
  // Silence is noticed after a second; all together may take long on a busy machine.
  const connectionPolicy = { ...proxy.connectionPolicy, requestTimeout: 1_000 };
  const store = await openCosmosStore({ ...proxy, connectionPolicy, database, patience: 8_000, ...options });
  const client = new CosmosClient(server);
  return {
    server,
    proxy,
    store,
    other,
    client,
    database,
    close: async () => {
      await Promise.all([store.close(), other.close()]);
      client.dispose();
      await proxy.close();
      await server.close();
    },
  };
}

/** Milliseconds that something takes. */
export async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
