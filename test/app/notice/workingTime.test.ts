import assert from 'node:assert/strict';
import { calendar } from '#adapters/luxon/calendar.ts';
import { hoursOf, nextWorkingMoment, reminderMoment, startOfWorkingDay } from '#app/notice/workingTime.ts';
import type { WorkingHours } from '#ports/organizations.ts';
import { organizationWith } from '#test/support/app/runningApp.ts';

const berlin = organizationWith([]).workingHours;
const sunday: WorkingHours = { ...berlin, timeZone: 'Asia/Dubai', days: [7, 1, 2, 3, 4] };

describe('hoursOf', () => {
  it("given a recipient's own zone, then it is the organization's hours on that clock; else the organization's zone", () => {
    const organization = organizationWith([]);
    assert.deepEqual(hoursOf(organization, 'Asia/Tokyo'), { ...berlin, timeZone: 'Asia/Tokyo' });
    assert.deepEqual(hoursOf(organization, undefined), berlin);
  });
});

describe('nextWorkingMoment', () => {
  for (const [what, at, expected, hours] of [
    ['in the morning of a working day', '2026-11-16T09:30:15.123Z', '2026-11-16T09:30:15.123Z', berlin],
    ['exactly at its start', '2026-11-16T08:00:00.000Z', '2026-11-16T08:00:00.000Z', berlin],
    ['a moment before its start', '2026-11-16T07:59:59.999Z', '2026-11-16T08:00:00.000Z', berlin],
    ['a moment before its end', '2026-11-16T15:59:59.999Z', '2026-11-16T15:59:59.999Z', berlin],
    ['exactly at its end', '2026-11-16T16:00:00.000Z', '2026-11-17T08:00:00.000Z', berlin],
    ['at night', '2026-11-16T23:30:00.000Z', '2026-11-17T08:00:00.000Z', berlin],
    ['on Friday evening', '2026-11-20T16:30:00.000Z', '2026-11-23T08:00:00.000Z', berlin],
    ['on Sunday', '2026-11-22T12:00:00.000Z', '2026-11-23T08:00:00.000Z', berlin],
    [
      'on Sunday, where that is a working day',
      '2026-11-22T05:30:00.000Z',
      '2026-11-22T05:30:00.000Z',
      sunday,
    ],
    [
      'on Friday, where the week ends on Thursday',
      '2026-11-20T06:00:00.000Z',
      '2026-11-22T05:00:00.000Z',
      sunday,
    ],
    [
      'on the evening before clocks go forward',
      '2026-03-27T20:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      berlin,
    ],
    ['on the evening before clocks go back', '2026-10-23T20:00:00.000Z', '2026-10-26T08:00:00.000Z', berlin],
  ] as const) {
    it(`given a moment ${what}, then it is ${expected} (CR-54)`, () => {
      assert.equal(nextWorkingMoment(calendar, at, hours), expected);
    });
  }
});

describe('reminderMoment', () => {
  for (const [what, at, expiresAt, expected] of [
    ['in working hours', '2026-11-17T10:00:00.000Z', '2026-11-30T10:00:00.000Z', '2026-11-17T10:00:00.000Z'],
    ['at night', '2026-11-17T22:00:00.000Z', '2026-11-30T22:00:00.000Z', '2026-11-18T08:00:00.000Z'],
    [
      'on Saturday, the end on Sunday',
      '2026-11-21T12:00:00.000Z',
      '2026-11-22T12:00:00.000Z',
      '2026-11-20T08:00:00.000Z',
    ],
    [
      'on Friday evening, the end on Saturday',
      '2026-11-20T19:00:00.000Z',
      '2026-11-21T19:00:00.000Z',
      '2026-11-20T08:00:00.000Z',
    ],
    [
      'on Sunday, the end on Monday night',
      '2026-11-22T03:00:00.000Z',
      '2026-11-23T03:00:00.000Z',
      '2026-11-20T08:00:00.000Z',
    ],
    [
      'on Sunday, the end at the start of Monday',
      '2026-11-22T08:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
      '2026-11-20T08:00:00.000Z',
    ],
    [
      'on Sunday, the end just after it',
      '2026-11-22T08:00:00.001Z',
      '2026-11-23T08:00:00.001Z',
      '2026-11-23T08:00:00.000Z',
    ],
    [
      'at night, the end before the next morning',
      '2026-11-17T20:00:00.000Z',
      '2026-11-18T05:00:00.000Z',
      '2026-11-17T08:00:00.000Z',
    ],
  ] as const) {
    it(`given it is due ${what}, then it goes out at ${expected} (CR-54)`, () => {
      assert.equal(reminderMoment(calendar, at, expiresAt, berlin), expected);
    });
  }
});

describe('startOfWorkingDay', () => {
  it('given a day, then it is the first working day after or before it, never itself', () => {
    assert.equal(startOfWorkingDay(calendar, '2026-11-18', 1, berlin), '2026-11-19T08:00:00.000Z');
    assert.equal(startOfWorkingDay(calendar, '2026-11-20', 1, berlin), '2026-11-23T08:00:00.000Z');
    assert.equal(startOfWorkingDay(calendar, '2026-11-23', -1, berlin), '2026-11-20T08:00:00.000Z');
  });
});
