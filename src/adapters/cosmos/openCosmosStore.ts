import type { Container, CosmosClient } from '@azure/cosmos';
import type { ListQuery, WholeStore } from '#ports/documents.ts';
import { insist } from './attempts.ts';
import { newClient } from './client.ts';
import { openContainer, refusedIn } from './container.ts';
import { everything } from './everything.ts';
import { gathering } from './gathering.ts';
import { toDocument } from './item.ts';
import { type CosmosOptions, PATIENCE, placeOf } from './options.ts';
import type { ContainerFaults } from './policy.ts';
import { count, due, list } from './querying.ts';
import { reachAccount } from './reaching.ts';
import { create, readItem, remove, replace, type Session } from './writing.ts';

/**
 * Opens the store in Azure Cosmos DB and makes database and container on the first start. An answer that was lost is
 * found out before the caller hears anything. Throws `ConfigError` when the account lacks what is needed and may not
 * be changed, `UnavailableError` in words when it, or the address that it names, doesn't answer within twice the
 * patience. `onFaults` hears of a container that is not as it should be and works all the same.
 */
export async function openCosmosStore(
  options: CosmosOptions,
  onFaults: (faults: ContainerFaults) => void = () => undefined,
): Promise<WholeStore> {
  const client = await newClient(options);
  const patience = options.patience ?? PATIENCE;
  const names = placeOf(options);
  try {
    await reachAccount(client, options, performance.now() + 1.6 * patience);
    const deadline = performance.now() + 4 * patience;
    const { container, faults } = await openContainer(client, names, options.orderings ?? [], deadline);
    if (faults) onFaults(faults);
    return storeIn(client, container, options);
  } catch (error) {
    client.dispose();
    throw refusedIn(names, error);
  }
}

/** The store in a container that is there. */
export function storeIn(client: CosmosClient, container: Container, options: CosmosOptions): WholeStore {
  const { patience = PATIENCE, orderings = [] } = options;
  const now = () => options.clock?.now().getTime() ?? Date.now();
  const ask = gathering(container);
  const begin = (): Session => ({ container, ask, deadline: performance.now() + patience, now });
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
    everything: () => everything(container, patience),
    ping: async () => {
      await insist(begin().deadline, (abortSignal) => container.read({ abortSignal }));
    },
    close: async () => client.dispose(),
  };
}
