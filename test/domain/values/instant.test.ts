import assert from 'node:assert/strict';
import { monthsEarlier } from '#domain/values/instant.ts';

describe('moments', () => {
  for (const [at, months, earlier] of [
    ['2026-11-20T09:30:00.000Z', 1, '2026-10-20T09:30:00.000Z'],
    ['2026-11-20T09:30:00.000Z', 24, '2024-11-20T09:30:00.000Z'],
    ['2026-03-31T23:59:59.999Z', 1, '2026-02-28T23:59:59.999Z'],
    ['2024-03-31T00:00:00.000Z', 1, '2024-02-29T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 2, '2025-11-15T00:00:00.000Z'],
  ] as const) {
    it(`given ${at}, then ${months} calendar months earlier is ${earlier}`, () => {
      assert.equal(monthsEarlier(at, months), earlier);
    });
  }
});
