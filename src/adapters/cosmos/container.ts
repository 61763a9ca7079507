import type { Container, ContainerDefinition, CosmosClient, Resource } from '@azure/cosmos';
import type { Ordering } from '#ports/documents.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { classify, httpStatusOf, insist } from './attempts.ts';
import { type ContainerFaults, compositesMissing, faultsOf, indexingPolicy } from './policy.ts';

const partitionKey = '/partition';

interface Names {
  database: string;
  container: string;
}

/**
 * The container, made on the first start with its database and indexes; indexes missing from an older one are added.
 * `faults`: what is still not as it should be, and costs more or leaves more behind. Throws `ConfigError` where the
 * container would lose documents or can't hold them.
 */
export async function openContainer(
  client: CosmosClient,
  names: Names,
  orderings: readonly Ordering[],
  deadline: number,
): Promise<{ container: Container; faults: ContainerFaults | undefined }> {
  const policy = indexingPolicy(orderings);
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
  const useless = uselessIn(names.container, resource);
  if (useless.length > 0 || !resource) throw new ConfigError(useless);
  const missing = compositesMissing(resource.indexingPolicy, policy);
  if (missing.length === 0) return { container, faults: faultsOf(resource, orderings) };
  const compositeIndexes = [...(resource.indexingPolicy?.compositeIndexes ?? []), ...missing];
  const grown = { ...resource, indexingPolicy: { ...resource.indexingPolicy, compositeIndexes } };
  const isGrown = await insist(deadline, () => container.replace(grown)).then(
    () => true,
    // A managed identity may not change containers. Everything works without the index, only at a higher charge.
    () => false,
  );
  return { container, faults: faultsOf(isGrown ? grown : resource, orderings) };
}

/** Why documents can't be kept in a container, in words. */
export function uselessIn(
  name: string,
  resource: (ContainerDefinition & Partial<Resource>) | undefined,
): string[] {
  const { partitionKey: key, defaultTtl = -1 } = resource ?? {};
  return [
    ...(key?.paths[0] === partitionKey
      ? []
      : [`container ${name} needs the partition key ${partitionKey}: make it anew, it can't be changed`]),
    ...(defaultTtl > 0
      ? [
          `container ${name} removes every document ${defaultTtl} seconds after its last change: set its time to live to On (no default)`,
        ]
      : []),
  ];
}

/** The error in words where it is a refusal of the account's, else the error itself. */
export function refusedIn({ database, container }: Names, error: unknown): unknown {
  const { cause } = error instanceof UnavailableError ? error : { cause: error };
  const { kind } = classify(cause);
  if (kind !== 'refused' && kind !== 'answer') return error;
  return new ConfigError([`Cosmos DB refused to open ${database}/${container}: ${String(cause)}`]);
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
