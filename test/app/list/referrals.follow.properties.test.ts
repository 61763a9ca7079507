import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { type ChangeWorld, changeWorld } from '#test/support/list/changeWorld.ts';
import { startCosmos } from '#test/support/store/cosmosServer.ts';

const aProcess = fc.nat({ max: 2 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('begin' as const), process: aProcess, deal: fc.nat({ max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('land' as const), which: fc.nat({ max: 5 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1, 900, 4_000, 9_000, 16_000, 90_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      process: aProcess,
      how: fc.constantFrom('whole' as const, 'stops' as const, 'dies' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('follow' as const),
      process: aProcess,
      top: fc.constantFrom(1, 2, 100),
      stops: fc.boolean(),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
const lives = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' });

const begin = (deal: number, process = 0): Step => ({ do: 'begin', process, deal });
const land = (which: number): Step => ({ do: 'land', which });
const wait = (milliseconds: 1 | 900 | 4_000 | 9_000 | 16_000 | 90_000): Step => ({
  do: 'wait',
  milliseconds,
});
const work = (process = 0): Step => ({ do: 'work', process, how: 'whole' });
const follow = (process = 0, stops = false): Step => ({ do: 'follow', process, top: 100, stops });

/** Always among them: what chance brings about too seldom. */
const lateInThreeWays: [Step[]][] = [
  // Long after its stamp, behind the one who follows.
  [[begin(0), begin(1), land(1), work(), wait(16_000), follow(), land(0), work()]],
  // At once, but by a clock that is behind, for one who follows by a clock that is ahead.
  [[begin(0, 2), begin(1, 2), land(1), follow(1), land(0), work(2)]],
  // Right after somebody looked into the store, who looks at nothing else for long.
  [[begin(0), begin(1), land(1), follow(0, true), wait(900), land(0), work(), wait(16_000), land(0)]],
];

async function live(world: ChangeWorld, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    if (one.do === 'begin') await world.begin(one.process, one.deal);
    else if (one.do === 'land') await world.land(one.which);
    else if (one.do === 'wait') world.wait(one.milliseconds);
    else if (one.do === 'work') await world.work(one.process, one.how);
    else await world.follow(one.process, one.top, one.stops);
  }
}

const stores: [
  name: string,
  runs: number,
  open: () => Promise<{ store: AnyDocumentStore; close(): Promise<void> }>,
][] = [
  [
    'SQLite in a file',
    60,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'cosell-follow-'));
      const store = openSqliteStore({ file: join(folder, 'store.db'), throwaway: true });
      const close = () => store.close().then(() => rm(folder, { recursive: true }));
      return { store, close };
    },
  ],
  [
    'Cosmos DB over the wire',
    12,
    async () => {
      const account = await startCosmos();
      const store = await openCosmosStore({
        ...account,
        database: `cosell-${randomUUID()}`,
        patience: 60_000,
      });
      const close = () => store.close().then(() => account.close());
      return { store, close };
    },
  ],
];

describe('referrals.follow: who follows misses nothing', () => {
  for (const [name, numRuns, open] of stores) {
    it(`given three processes with clocks that differ, writes that land late and leases that end, with ${name}, when somebody follows to the end, then they have the last version of every deal`, async function () {
      this.timeout(600_000);
      const { store, close } = await open();
      try {
        const property = fc.asyncProperty(lives, async (steps) => {
          const world = await changeWorld(store);
          await live(world, steps);
          const { stored, followed } = await world.end();
          assert.deepEqual(followed, stored);
        });
        await fc.assert(property, { numRuns, examples: lateInThreeWays });
      } finally {
        await close();
      }
    });
  }
});
