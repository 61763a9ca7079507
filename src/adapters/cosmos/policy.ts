import type { ContainerDefinition, IndexingPolicy } from '@azure/cosmos';
import type { Ordering } from '#ports/documents.ts';

/** What of a container is not as the store needs it, and how its indexes should be. */
export interface ContainerFaults {
  /** What queries look for and no index has: paths, and composite indexes as their paths with a comma. */
  missing: readonly string[];
  /** Paths that are indexed for nobody, so that each write costs more. */
  needless: readonly string[];
  /** Whether what expires is removed by Cosmos DB. */
  timeToLive: 'on' | 'off';
  /** The right one, as it is entered in the portal. */
  policy: IndexingPolicy;
}

const indexed = [
  '/partition/?',
  '/organization/?',
  '/kind/?',
  '/dueAt/?',
  '/match/*',
  '/sort/*',
  '/terms/*',
] as const;

/** Bodies are the most of a document, and nothing looks for what is in them. */
const unasked = ['/body/*', '/bodyText/?'] as const;

/** The indexes that the store's queries need, and no more. */
export function indexingPolicy(orderings: readonly Ordering[]): IndexingPolicy {
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

/** What a container lacks; undefined where it is as it should be. */
export function faultsOf(
  { indexingPolicy: present = {}, defaultTtl }: ContainerDefinition,
  orderings: readonly Ordering[],
): ContainerFaults | undefined {
  const policy = indexingPolicy(orderings);
  const none = present.indexingMode?.toLowerCase() === 'none' || present.automatic === false;
  const missing = [
    ...indexed.filter((path) => none || !isIndexed(present, path)),
    ...compositesMissing(present, policy).map((index) =>
      index.map(({ path, order }) => `${path} ${order}`).join(', '),
    ),
  ];
  const needless = none ? [] : unasked.filter((path) => isIndexed(present, path));
  const timeToLive = defaultTtl === undefined ? 'off' : 'on';
  if (missing.length === 0 && needless.length === 0 && timeToLive === 'on') return undefined;
  return { missing, needless, timeToLive, policy };
}

/** The composite indexes that are wanted and not there. */
export function compositesMissing(present: IndexingPolicy | undefined, wanted: IndexingPolicy) {
  const spelled = (index: { path: string; order?: string }[]) =>
    index.map(({ path, order }) => `${path} ${order ?? 'ascending'}`).join();
  const there = new Set((present?.compositeIndexes ?? []).map(spelled));
  return (wanted.compositeIndexes ?? []).filter((index) => !there.has(spelled(index)));
}

/** Of the paths that a policy names the most exact one decides; what is excluded below a path leaves a hole in it. */
function isIndexed({ includedPaths = [], excludedPaths = [] }: IndexingPolicy, path: string): boolean {
  const rules = [
    ...includedPaths.map((rule) => ({ path: plain(rule.path), included: true })),
    ...excludedPaths.map((rule) => ({ path: plain(rule.path), included: false })),
  ];
  const [exact] = rules
    .filter((rule) => covers(rule.path, path))
    .sort((one, other) => other.path.length - one.path.length);
  const hole = rules.some((rule) => !rule.included && rule.path !== path && covers(path, rule.path));
  return exact?.included === true && !hole;
}

function covers(wide: string, narrow: string): boolean {
  return wide === narrow || (wide.endsWith('/*') && narrow.startsWith(wide.slice(0, -1)));
}

/** As we spell it: the entries of an array are what is below it, and names may stand in quotes. */
function plain(path: string): string {
  return path.replaceAll('"', '').replace(/\/\[\]\/[?*]$/, '/*');
}
