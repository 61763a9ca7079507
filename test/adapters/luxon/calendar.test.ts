import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '#adapters/luxon/calendar.ts';

const NINE = 9 * 60;

describe('calendar', () => {
  for (const [instant, zone, date, minutes, weekday] of [
    ['2026-11-16T08:30:59.999Z', 'Europe/Berlin', '2026-11-16', NINE + 30, 1],
    ['2026-11-15T23:30:00.000Z', 'Europe/Berlin', '2026-11-16', 30, 1],
    ['2026-11-16T02:00:00.000Z', 'America/Los_Angeles', '2026-11-15', 18 * 60, 7],
    ['2026-11-16T18:15:00.000Z', 'Asia/Kathmandu', '2026-11-17', 0, 2],
    ['2026-07-16T07:00:00.000Z', 'Europe/Berlin', '2026-07-16', NINE, 4],
    ['2026-11-16T09:00:00.000Z', 'No/Such_Zone', '2026-11-16', NINE, 1],
    ['2026-11-16T09:00:00.000Z', '', '2026-11-16', NINE, 1],
  ] as const) {
    it(`given ${instant}, then the clock in ${zone || 'no zone'} shows ${date} and ${minutes} minutes`, () => {
      assert.deepEqual(calendar.toLocal(instant, zone), { date, minutes, weekday });
      const back = calendar.toInstant(date, minutes, zone);
      assert.equal(back.slice(0, 16), instant.slice(0, 16));
    });
  }

  it('given the days on which clocks change, then nine in the morning is nine in the morning', () => {
    assert.equal(calendar.toInstant('2026-03-27', NINE, 'Europe/Berlin'), '2026-03-27T08:00:00.000Z');
    assert.equal(calendar.toInstant('2026-03-29', NINE, 'Europe/Berlin'), '2026-03-29T07:00:00.000Z');
    assert.equal(calendar.toInstant('2026-10-25', NINE, 'Europe/Berlin'), '2026-10-25T08:00:00.000Z');
    assert.equal(calendar.toInstant('2026-11-01', NINE, 'America/New_York'), '2026-11-01T14:00:00.000Z');
  });

  it('given a day without a midnight, then nine in the morning is still found', () => {
    assert.equal(calendar.toInstant('2026-04-24', NINE, 'Africa/Cairo'), '2026-04-24T06:00:00.000Z');
  });

  it('given months and years that end, then days are counted across them', () => {
    assert.equal(calendar.addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(calendar.addDays('2028-03-01', -1), '2028-02-29');
    assert.equal(calendar.addDays('2026-03-28', 2), '2026-03-30');
  });

  it('given any moment in any zone, then its wall clock leads back to its minute', () => {
    const zones = ['Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'];
    const year = { min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') };
    fc.assert(
      fc.property(fc.integer(year), fc.constantFrom(...zones), (time, zone) => {
        const local = calendar.toLocal(new Date(time).toISOString(), zone);
        const back = calendar.toLocal(calendar.toInstant(local.date, local.minutes, zone), zone);
        assert.deepEqual(back, local);
      }),
    );
  });
});
