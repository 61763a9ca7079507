import type { Container, CosmosClient, IndexingPolicy } from '@azure/cosmos';
import type { Ordering } from '#ports/documents.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { classify, httpStatusOf, insist } from './attempts.ts';

const partitionKey = '/partition';

/**
 * The container, made on the first start with its database and indexes; indexes missing from an older one are added.
 * Throws `ConfigError` when it is not there and may not be made, or has another partition key.
 */
export async function openContainer(
  client: CosmosClient,
  names: { database: string; container: string },
  orderings: readonly Ordering[],
  deadline: number,
): Promise<Container> {
  const policy = indexingPolicy(orderings);
  try {
    const { database } = await insist(deadline, () =>
      onceMore(() => client.databases.createIfNotExists({ id: names.database })),
    );
    const { container, resource } = await insist(deadline, () =>
      onceMore(() =>
        database.containers.createIfNotExists({
          id: names.container,
          partitionKey: { paths: [partitionKey], version: 2 },
          indexingPolicy: policy,
          // On, without a default: only documents with a ttl of their own go.
          defaultTtl: -1,
        }),
      ),
    );
    if (resource?.partitionKey?.paths[0] !== partitionKey) {
      throw new ConfigError([`container ${names.container} needs the partition key ${partitionKey}`]);
    }
    const missing = compositesMissing(resource.indexingPolicy, policy);
    if (missing.length > 0) {
      const compositeIndexes = [...(resource.indexingPolicy?.compositeIndexes ?? []), ...missing];
      const indexingPolicy = { ...resource.indexingPolicy, compositeIndexes };
      await insist(deadline, () => container.replace({ ...resource, indexingPolicy })).catch(() => {
        // A managed identity may not change containers. Everything works without the index, only at a higher charge.
      });
    }
    return container;
  } catch (error) {
    const { cause } = error instanceof UnavailableError ? error : { cause: error };
    const { kind } = classify(cause);
    if (kind !== 'refused' && kind !== 'answer') throw error;
    throw new ConfigError([
      `Cosmos DB refused to open ${names.database}/${names.container}: ${String(cause)}`,
    ]);
  }
}

/** Two processes that start together may both find nothing and create; the second then finds what the first made. */
async function onceMore<T>(create: () => Promise<T>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (httpStatusOf(error) === 409) return create();
    throw error;
  }
}

function indexingPolicy(orderings: readonly Ordering[]): IndexingPolicy {
  const indexed = [
    '/partition/?',
    '/organization/?',
    '/kind/?',
    '/dueAt/?',
    '/match/*',
    '/sort/*',
    '/terms/*',
  ];
  return {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: indexed.map((path) => ({ path })),
    excludedPaths: [{ path: '/*' }],
    // No composite index holds an array, so terms have none; their own index and that of the order serve them.
    compositeIndexes: orderings.flatMap((ordering) =>
      'where' in ordering
        ? (['ascending', 'descending'] as const).map((order) => [
            { path: `/match/${ordering.where}`, order },
            { path: `/sort/${ordering.orderBy}`, order },
          ])
        : [],
    ),
  };
}

function compositesMissing(present: IndexingPolicy | undefined, wanted: IndexingPolicy) {
  const spelled = (index: { path: string; order?: string }[]) =>
    index.map(({ path, order }) => `${path} ${order ?? 'ascending'}`).join();
  const there = new Set((present?.compositeIndexes ?? []).map(spelled));
  return (wanted.compositeIndexes ?? []).filter((index) => !there.has(spelled(index)));
}
