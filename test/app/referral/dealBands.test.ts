import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  areWholeQuarters,
  beginsBand,
  quarterOf,
  quartersWithin,
  worthBand,
  worthBands,
} from '#app/referral/dealBands.ts';

describe('bands of values and quarters of days', () => {
  it('given any bounds, then whatever lies within them stands in a band that they name; from the beginning of a band nothing else does', () => {
    const amount = fc.oneof(
      fc.double({ min: 0, max: 1e13, noNaN: true }),
      fc.constantFrom(0, 1, 50_000, 1e6),
    );
    fc.assert(
      fc.property(amount, amount, amount, (value, one, other) => {
        const [least, most] = [Math.min(one, other), Math.max(one, other)];
        if (value >= least && value <= most) assert.ok(worthBands(least, most).includes(worthBand(value)));
        if (!beginsBand(least)) return;
        assert.equal(worthBands(least, Number.MAX_VALUE).includes(worthBand(value)), value >= least);
      }),
    );
  });

  it('given any days, then whatever lies within them stands in a quarter that they name; from whole quarters nothing else does', () => {
    const day = fc
      .oneof(fc.date({ min: new Date('1990-01-01'), max: new Date('2070-12-31'), noInvalidDate: true }))
      .map((date) => date.toISOString().slice(0, 10));
    const edge = fc.constantFrom('2026-10-01', '2026-12-31', '2027-03-31', '2020-01-01', '2040-12-31');
    const bound = fc.option(fc.oneof(day, edge), { nil: undefined });
    fc.assert(
      fc.property(fc.oneof(day, edge), bound, bound, (value, from, to) => {
        const within = (from === undefined || value >= from) && (to === undefined || value <= to);
        const named = quartersWithin(from, to).includes(quarterOf(value));
        if (within) assert.ok(named);
        if (areWholeQuarters(from, to)) assert.equal(named, within);
      }),
      { numRuns: 2_000 },
    );
  });

  for (const [from, to, whole] of [
    ['2026-10-01', '2026-12-31', true],
    ['2026-10-02', '2026-12-31', false],
    ['2026-10-01', '2026-12-30', false],
    ['2027-01-01', undefined, true],
    [undefined, undefined, true],
    ['2040-12-31', undefined, false],
  ] as const) {
    it(`given ${from} to ${to}, then ${whole ? 'whole quarters' : 'parts of some'}`, () => {
      assert.equal(areWholeQuarters(from, to), whole);
    });
  }
});
