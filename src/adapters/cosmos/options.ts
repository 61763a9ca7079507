import type { Agent } from 'node:https';
import type { ConnectionPolicy } from '@azure/cosmos';
import type { Clock } from '#ports/clock.ts';
import type { Ordering } from '#ports/documents.ts';

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

/** Milliseconds that one operation may take, where nothing else is said. */
export const PATIENCE = 5_000;

/** Names of the database and of the container in it. */
export function placeOf({ database, container = 'documents' }: CosmosOptions): {
  database: string;
  container: string;
} {
  return { database, container };
}
