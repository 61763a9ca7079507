import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toInstant, wireInstant } from '#adapters/partner-center/wireInstant.ts';

const rows: readonly [given: string, padded: string | undefined][] = [
  ['2026-11-10T07:15:42.1234567Z', '2026-11-10T07:15:42.1234567Z'],
  ['2026-11-10T07:15:42Z', '2026-11-10T07:15:42.0000000Z'],
  ['2026-11-10T07:15:42.5Z', '2026-11-10T07:15:42.5000000Z'],
  ['2026-11-10T07:15:42.123456789Z', '2026-11-10T07:15:42.1234567Z'],
  ['  2026-11-10t07:15:42z ', '2026-11-10T07:15:42.0000000Z'],
  ['2026-11-10 07:15:42', '2026-11-10T07:15:42.0000000Z'],
  ['2026-11-10T07:15:42.25', '2026-11-10T07:15:42.2500000Z'],
  ['2026-11-10T00:15:42.1+05:30', '2026-11-09T18:45:42.1000000Z'],
  ['2026-11-10T23:15:42-0200', '2026-11-11T01:15:42.0000000Z'],
  ['0001-01-01T00:00:00', '0001-01-01T00:00:00.0000000Z'],
  ['9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.9999999Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.0000000Z'],
  ['2026-02-29T00:00:00Z', undefined],
  ['2026-02-30T00:00:00+02:00', undefined],
  ['2026-04-31T00:00:00Z', undefined],
  ['2026-13-01T00:00:00Z', undefined],
  ['2026-11-10T24:00:00Z', undefined],
  ['2026-11-10T23:59:60Z', undefined],
  ['2026-11-10T07:15:42+25:00', undefined],
  ['2026-11-10T07:15Z', '2026-11-10T07:15:00.0000000Z'],
  ['2026-11-10', '2026-11-10T00:00:00.0000000Z'],
  ['2026-11-10Z', '2026-11-10T00:00:00.0000000Z'],
  ['2026-11-10T00:15:42.1234567891234+05', '2026-11-09T19:15:42.1234567Z'],
  ['2026-11', undefined],
  ['0000-01-01T00:00:00Z', undefined],
  ['0001-01-01T00:00:00+05:00', undefined],
  ['9999-12-31T23:00:00-05:00', undefined],
  ['10 November 2026', undefined],
  ['1794294942', undefined],
  ['', undefined],
];

describe('wireInstant', () => {
  for (const [given, padded] of rows) {
    it(`given "${given}", then it is ${padded ?? 'no moment'}`, () => {
      assert.equal(wireInstant(given), padded);
    });
  }

  it('given any two moments with any number of digits, then they compare as text as they do as moments', () => {
    const moment = fc.record({
      second: fc.integer({ min: 0, max: 59 }),
      fraction: fc.stringMatching(/^\d{0,7}$/),
    });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [left, right] = [one, other].map(({ second, fraction }) => {
          const text = `2026-11-10T07:15:${String(second).padStart(2, '0')}${fraction && `.${fraction}`}Z`;
          return { text: wireInstant(text) ?? '', ticks: second * 1e7 + Number(fraction.padEnd(7, '0')) };
        });
        assert.ok(left && right);
        assert.equal(
          Math.sign(left.ticks - right.ticks),
          left.text < right.text ? -1 : left.text > right.text ? 1 : 0,
        );
      }),
    );
  });
});

describe('toInstant', () => {
  it('cuts to milliseconds and never rounds up', () => {
    assert.equal(toInstant('2026-11-10T07:15:42.9999999Z'), '2026-11-10T07:15:42.999Z');
  });
});
