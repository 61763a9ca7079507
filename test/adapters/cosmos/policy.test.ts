import assert from 'node:assert/strict';
import type { IndexingPolicy } from '@azure/cosmos';
import { faultsOf, indexingPolicy } from '#adapters/cosmos/policy.ts';

const orderings = [{ where: 'stage', orderBy: 'created' }];
const right = indexingPolicy(orderings);
const composites = { compositeIndexes: right.compositeIndexes ?? [] };
const everything = [
  '/partition/?',
  '/organization/?',
  '/kind/?',
  '/dueAt/?',
  '/match/*',
  '/sort/*',
  '/terms/*',
];

describe('Indexes of a container made by hand', () => {
  const cases: readonly [
    given: string,
    IndexingPolicy,
    missing: readonly string[],
    needless: readonly string[],
  ][] = [
    ['the right ones', right, [], []],
    [
      'those of a new container',
      { includedPaths: [{ path: '/*' }], excludedPaths: [{ path: '/"_etag"/?' }], ...composites },
      [],
      ['/body/*', '/bodyText/?'],
    ],
    [
      'no composite ones',
      { ...right, compositeIndexes: [] },
      [
        '/match/stage ascending, /sort/created ascending',
        '/match/stage descending, /sort/created descending',
      ],
      [],
    ],
    ['none at all', { ...right, indexingMode: 'none' }, everything, []],
    ['those that are only made on request', { ...right, automatic: false }, everything, []],
    [
      'a hole in one',
      { ...right, excludedPaths: [{ path: '/*' }, { path: '/match/stage/?' }] },
      ['/match/*'],
      [],
    ],
    [
      'terms as entries of an array, and names in quotes',
      {
        ...right,
        includedPaths: everything.map((path) => ({
          path: path === '/terms/*' ? '/"terms"/[]/?' : path,
        })),
      },
      [],
      [],
    ],
  ];
  for (const [given, policy, missing, needless] of cases) {
    it(`given ${given}, then what is missing and what is needless is named`, () => {
      const faults = faultsOf({ id: 'documents', indexingPolicy: policy, defaultTtl: -1 }, orderings);
      assert.deepEqual(faults?.missing ?? [], missing);
      assert.deepEqual(faults?.needless ?? [], needless);
    });
  }

  it('given no time to live, then that is a fault of its own', () => {
    const faults = faultsOf({ id: 'documents', indexingPolicy: right }, orderings);
    assert.deepEqual([faults?.timeToLive, faults?.missing, faults?.policy], ['off', [], right]);
  });
});
