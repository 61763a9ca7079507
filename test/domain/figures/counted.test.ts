import assert from 'node:assert/strict';
import { cellsOf } from '#domain/figures/cellsOf.ts';
import { countedOf } from '#domain/figures/counted.ts';
import { MOST_ROWS, negative, noSums, OTHERS, plus } from '#domain/figures/sums.ts';
import { accepted, deal, ended } from '#test/support/list/manyDeals.ts';

// Two hours ahead, so that the last hours of a month belong to the next one.
const dayOf = (at: string): string => new Date(Date.parse(at) + 7_200_000).toISOString().slice(0, 10);
const counted = (changes: object, inHand?: string) =>
  JSON.parse(JSON.stringify(countedOf(deal(1, changes), { dayOf, inHand }))) as object;
const anna = { kind: 'person', personId: 'anna' };
const at = (moment: string) => ({ createdAt: '2026-10-31T12:00:00.000Z', acceptedAt: moment });

describe('countedOf', () => {
  const rows: [given: string, changes: object, then: object][] = [
    [
      'an inbound deal that nobody answered',
      { closeDate: '2026-12-24' },
      { location: 'L1', came: '2026-10', open: { step: 'received', month: '2026-12' } },
    ],
    [
      'an outbound deal of no location with a stage (CR-40)',
      {
        ...accepted,
        direction: 'outbound',
        location: undefined,
        salesStage: 60,
        value: { amount: 99.5, currency: 'EUR' },
      },
      { open: { step: '60', month: 'none', money: { amount: 100, currency: 'EUR' } } },
    ],
    [
      'one that one of us accepted in the last hour of a month',
      { ...accepted, ...at('2026-10-31T22:30:00.000Z'), acceptedBy: anna },
      {
        location: 'L1',
        came: '2026-10',
        open: { step: '10', month: 'none' },
        answer: { how: 'accepted', month: '2026-11', within: '24', by: 'anna' },
      },
    ],
    [
      'one that was accepted in Partner Center, then it is unknown how long that took',
      { ...accepted, ...at('2026-10-31T13:00:00.000Z'), acceptedBy: { kind: 'partner-center' } },
      {
        location: 'L1',
        came: '2026-10',
        open: { step: '10', month: 'none' },
        answer: { how: 'accepted', month: '2026-10' },
      },
    ],
    [
      'a declined one (CR-37)',
      { ...ended('declined'), reason: 'budget', closedBy: anna },
      {
        location: 'L1',
        came: '2026-10',
        answer: { how: 'declined', month: '2026-11', reason: 'budget', within: 'more', by: 'anna' },
      },
    ],
    [
      'an expired one (CR-38)',
      ended('expired'),
      { location: 'L1', came: '2026-10', answer: { how: 'expired', month: '2026-11' } },
    ],
    [
      'a won one, whose acceptance is still known (CR-42)',
      {
        ...ended('won'),
        ...at('2026-11-01T10:00:00.000Z'),
        acceptedBy: anna,
        closedBy: anna,
        value: { amount: 5, currency: 'USD' },
      },
      {
        location: 'L1',
        came: '2026-10',
        answer: { how: 'accepted', month: '2026-11', within: '24', by: 'anna' },
        end: { how: 'won', month: '2026-11', money: { amount: 5, currency: 'USD' }, by: 'anna' },
      },
    ],
    [
      'a lost one without a reason, in a currency that is none',
      { ...ended('lost'), direction: 'outbound', value: { amount: 5, currency: 'bitcoin' } },
      { location: 'L1', end: { how: 'lost', month: '2026-11', reason: 'other' } },
    ],
    ['one closed as an error (CR-43)', { ...ended('error'), direction: 'outbound' }, { location: 'L1' }],
  ];
  for (const [given, changes, then] of rows) {
    it(`given ${given}, then that is counted`, () => assert.deepEqual(counted(changes), then));
  }

  it('given a deal that somebody has in hand, when it is won, then it is theirs whoever pressed', () => {
    const won = countedOf(deal(1, { ...ended('won'), closedBy: anna }), { dayOf, inHand: 'li' });
    assert.equal(won.end?.by, 'li');
  });

  it('given values that no deal has, then they are in no sum', () => {
    for (const amount of [-5, 0, Number.NaN, 1e40, 0.2]) {
      assert.equal(
        countedOf(deal(1, { value: { amount, currency: 'USD' } }), { dayOf }).open?.money,
        undefined,
      );
    }
  });

  it('given a close date far away or none, then it stands for no month', () => {
    for (const closeDate of ['9999-01-01', '2026-13-01', 'soon', '']) {
      assert.equal(countedOf(deal(1, { closeDate }), { dayOf }).open?.month, 'none');
    }
  });
});

describe('Sums', () => {
  const one = { cells: { won: 1 }, people: { anna: { won: 1 } } };

  it('given what was added, when it is taken off again, then nothing is left', () => {
    const of = [...cellsOf(countedOf(deal(1, accepted), { dayOf })).values(), one];
    for (const sums of of) assert.deepEqual(plus(plus(noSums, sums), negative(sums)), noSums);
  });

  it('given more people than find a place, then the rest are counted together, and the sum of all is right', () => {
    let sums = noSums;
    const people = Array.from({ length: MOST_ROWS + 50 }, (_, number) => `person ${number}`);
    for (const name of people) sums = plus(sums, { cells: { won: 1 }, people: { [name]: { won: 1 } } });
    const rows = Object.entries(sums.people ?? {});
    assert.equal(rows.length, MOST_ROWS + 1);
    assert.deepEqual(sums.people?.[OTHERS], { won: 50 });
    for (const name of people)
      sums = plus(sums, negative({ cells: { won: 1 }, people: { [name]: { won: 1 } } }));
    assert.deepEqual(sums, noSums);
  });
});
