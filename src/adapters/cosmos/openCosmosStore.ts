import { type Agent, type ConnectionPolicy, CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, ListQuery, Ordering } from '#ports/documents.ts';
import { ConfigError } from '#ports/errors.ts';
import { insist } from './attempts.ts';
import { openContainer } from './container.ts';
import { toDocument } from './item.ts';
import { count, due, list } from './querying.ts';
import { create, readItem, remove, replace, type Session } from './writing.ts';

/** Where the documents are, and how patient to be. */
export interface CosmosOptions {
  endpoint: string;
  /** The account's key; without it the process's managed identity. */
  key?: string;
  /** Client id of a user-assigned managed identity. */
  identity?: string;
  database: string;
  /** Name of the container (`documents`). */
  container?: string;
  /** Filters and orders that get a composite index. */
  orderings?: readonly Ordering[];
  /** Milliseconds that one operation may take with all its repetitions (5000). Past it `UnavailableError`. */
  patience?: number;
  /** For the time to live of what expires. */
  clock?: Pick<Clock, 'now'>;
  /** The HTTPS agent, where the default does not do. */
  agent?: Agent;
  /** Settings of the SDK that go before this adapter's. */
  connectionPolicy?: ConnectionPolicy;
}

/**
 * Opens the store in Azure Cosmos DB and makes database and container on the first start. An answer that was lost is
 * found out before the caller hears anything. Throws `ConfigError` when the account lacks what is needed and may not
 * be changed, `UnavailableError` when it can't be reached.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<AnyDocumentStore> {
  const client = newClient(await clientOptions(options));
  const patience = options.patience ?? 5000;
  const orderings = options.orderings ?? [];
  const names = { database: options.database, container: options.container ?? 'documents' };
  const container = await openContainer(client, names, orderings, performance.now() + 4 * patience).catch(
    (error) => {
      client.dispose();
      throw error;
    },
  );
  const now = () => options.clock?.now().getTime() ?? Date.now();
  const begin = (): Session => ({ container, deadline: performance.now() + patience, now });
  return {
    read: async <B>(partition: string, id: string) => {
      const item = await readItem(begin(), partition, id);
      return item && toDocument<B>(item);
    },
    create: (draft) => create(begin(), draft),
    replace: (draft, etag) => replace(begin(), draft, etag),
    remove: (partition, id, etag) => remove(begin(), partition, id, etag),
    list: <B>(query: ListQuery) => list<B>(begin(), query, orderings),
    count: (query) => count(begin(), query),
    due: (moment, limits) => due(begin(), moment, limits),
    ping: async () => {
      await insist(begin().deadline, (abortSignal) => container.read({ abortSignal }));
    },
    close: async () => client.dispose(),
  };
}

function newClient(options: CosmosClientOptions): CosmosClient {
  try {
    return new CosmosClient(options);
  } catch (error) {
    throw new ConfigError([`Cosmos DB can't be reached with these settings: ${String(error)}`]);
  }
}

async function clientOptions(options: CosmosOptions): Promise<CosmosClientOptions> {
  const connectionPolicy: ConnectionPolicy = {
    // Leaves time for a second attempt when the first meets silence.
    requestTimeout: (options.patience ?? 5000) / 2,
    // Two regions that both accept writes would both honour the same etag: one must decide.
    useMultipleWriteLocations: false,
    // Throttling is answered by `insist`: the SDK would sleep as long as the server says, past any deadline.
    retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
    ...options.connectionPolicy,
  };
  const { endpoint, agent } = options;
  const common = { endpoint, connectionPolicy, ...(agent && { agent }), userAgentSuffix: 'cosell-bot' };
  if (options.key !== undefined) return { ...common, key: options.key };
  // Loaded where it is needed only: it is large.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { identity } = options;
  const aadCredentials = new DefaultAzureCredential(identity ? { managedIdentityClientId: identity } : {});
  return { ...common, aadCredentials };
}
