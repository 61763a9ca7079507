import fc from 'fast-check';
import { type Switches, switchValues } from '#bot/demo/standIn/switches.ts';
import { type ActHere, type ActThere, deals, type TwoSidesStep } from './stepsOfTwoSides.ts';

const to = fc.nat({ max: 3 });
const deal = fc.constantFrom(...deals);
const record = fc.nat({ max: 2 });
const here = fc.constantFrom<ActHere['act']>(
  ...(['accept', 'accept', 'decline', 'win', 'lose', 'value', 'closeDate', 'stage'] as const),
  ...(['join', 'leave', 'help', 'name', 'name', 'crmId', 'campaignId', 'notes'] as const),
);
const there = fc.constantFrom<ActThere['act']>(
  ...(['name', 'name', 'crmId', 'campaignId', 'notes', 'value', 'closeDate', 'stage', 'join'] as const),
  ...(['accept', 'decline', 'won', 'lost'] as const),
);
const kill = fc.option(
  fc.record({
    steps: fc.integer({ min: 1, max: 40 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  { nil: undefined },
);
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('create'),
      deal: fc.constantFrom('d1', 'd2'),
      help: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('here'), deal, act: here, to }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('there'), record, act: there, to }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('work'), kill }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault'),
      how: fc.constantFrom('drop-before', 'drop-after', 'away', 'throttled'),
      method: fc.constantFrom(undefined, 'POST', 'PATCH', 'GET'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('meddle'), record, act: there, to }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read'), record }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('deliver'), which: fc.nat({ max: 9 }), again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose'), which: fc.nat({ max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.constantFrom(1, 3, 16) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('settle'),
      deal,
      field: fc.constantFrom('name', 'value', 'notes', 'crmId'),
      keep: fc.constantFrom('ours', 'theirs'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry'), deal }) },
) as fc.Arbitrary<TwoSidesStep>;
/** What happens on both sides and between them. */
export const lives = fc.array(step, { maxLength: 30, size: 'max' });

const open = [
  ...(['rowETag', 'msftCopies', 'ownDirection', 'newInLists', 'createdStatus', 'bornAs'] as const),
  ...(['secondPostRecord', 'copyDirection', 'copySubstatus', 'secondInvitation', 'idempotency'] as const),
  ...(['patchPaths', 'clashCode', 'closedPatch', 'transitions', 'salesStage', 'becomesCoSell'] as const),
  ...(['dateFilter', 'nextLink', 'paging', 'fractions', 'forbidden'] as const),
];
/** What a client can meet of what the contract leaves open. */
export const answers = fc.record(
  Object.fromEntries(open.map((name) => [name, fc.constantFrom<unknown>(...switchValues[name])])),
) as fc.Arbitrary<Partial<Switches>>;
