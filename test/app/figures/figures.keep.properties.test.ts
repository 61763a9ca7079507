import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CountingWorld, countingWorld } from '#test/support/figures/countingWorld.ts';
import { accepted, ended } from '#test/support/list/manyDeals.ts';

const by = (personId: string) => ({ kind: 'person', personId });
const stage = fc.constantFrom(
  {},
  accepted,
  { ...accepted, salesStage: 60 },
  { ...accepted, acceptedBy: by('anna') },
  { ...ended('won'), closedBy: by('li'), acceptedAt: '2026-10-30T00:00:00.000Z', acceptedBy: by('anna') },
  { ...ended('lost'), reason: 'budget' },
  { ...ended('declined'), closedBy: by('li'), reason: 'other-vendor' },
  ended('expired'),
  ended('withdrawn'),
);
const changes = fc
  .record({
    stage,
    location: fc.constantFrom('L1', 'L2', undefined),
    direction: fc.constantFrom('inbound', 'outbound'),
    closeDate: fc.constantFrom('2026-12-01', '2027-02-28', undefined),
    value: fc.constantFrom(
      { amount: 1_000, currency: 'USD' },
      { amount: 20_000.4, currency: 'EUR' },
      { amount: 5, currency: '' },
      undefined,
    ),
  })
  .map(({ stage: standing, ...rest }) => ({ ...rest, ...standing }));

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), n: fc.nat({ max: 5 }), changes }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('takeAway' as const),
      n: fc.nat({ max: 5 }),
      early: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(1_000, 20_000) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('count' as const),
      processes: fc.array(
        fc.record({
          until: fc.constantFrom('killed' as const, 'stops' as const, 'end' as const),
          before: fc.nat({ max: 25 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('goOn' as const), which: fc.nat({ max: 3 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const inPeace = { until: 'end', before: 0 } as const;

async function live(world: CountingWorld, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    if (one.do === 'change') await world.change(one.n, one.changes);
    else if (one.do === 'takeAway') await world.takeAway(one.n, one.early);
    else if (one.do === 'wait') world.wait(one.milliseconds);
    else if (one.do === 'goOn') await world.goOn(one.which);
    else await world.count(one.processes);
  }
}

describe('figures.keep: each deal is counted once', () => {
  it('given deals that change and go, processes that count at once stop for long or are killed before any write, then the sums are those of all deals', async function () {
    this.timeout(120_000);
    const lives = fc.array(step, { minLength: 5, maxLength: 30, size: 'max' });
    const property = fc.asyncProperty(lives, async (steps) => {
      const world = await countingWorld();
      try {
        await live(world, steps);
        await world.end();
        assert.deepEqual(await world.kept(), await world.recounted());
      } finally {
        await world.close();
      }
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it('given a process that stopped before any of its writes, others who went on, and one that was killed, when the first goes on, then nothing is counted twice', async function () {
    this.timeout(120_000);
    for (let before = 0; before < 8; before++) {
      for (let killed = 0; killed < 8; killed++) {
        const world = await countingWorld();
        await world.change(1, { ...accepted, value: { amount: 100, currency: 'USD' } });
        world.wait(20_000);
        await world.count([{ until: 'stops', before }]);
        await world.count([inPeace]);
        await world.change(1, { ...accepted, value: { amount: 150, currency: 'USD' } });
        world.wait(20_000);
        await world.count([inPeace]);
        await world.change(1, { location: 'L2' });
        world.wait(20_000);
        await world.count([{ until: 'killed', before: killed }]);
        await world.goOn(0);
        await world.end();
        assert.deepEqual(await world.kept(), await world.recounted(), `${before}, ${killed}`);
        await world.close();
      }
    }
  });

  it('given a process that is killed before each of its writes in turn, then the next one carries its plan out', async () => {
    for (let killedBefore = 0; killedBefore < 12; killedBefore++) {
      const world = await countingWorld();
      await world.change(1, { ...accepted, value: { amount: 100, currency: 'USD' } });
      await world.change(2, { location: 'L2' });
      world.wait(20_000);
      await world.count([{ until: 'killed', before: killedBefore }]);
      await world.change(1, { ...ended('won'), value: { amount: 150, currency: 'USD' } });
      world.wait(20_000);
      await world.count([inPeace, inPeace]);
      await world.end();
      assert.deepEqual(await world.kept(), await world.recounted(), `killed before write ${killedBefore}`);
      await world.close();
    }
  });
});
