import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createReferralFormat } from '#adapters/partner-center/referralFormat.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { editableFields, openReferral } from '#domain/referral/snapshot.ts';
import type { ReferralDelivery } from '#ports/partnerCenter.ts';
import lead from './fixtures/lead.json' with { type: 'json' };

const format = createReferralFormat(calendar);
const ownerIn = (timeZone: string) => ({ name: 'Contoso', workingHours: { timeZone } });
const closingOn = (closingDateTime: unknown) => ({ ...lead, details: { ...lead.details, closingDateTime } });

function read(closingDateTime: unknown, timeZone: string): ReferralDelivery {
  const result = format.read(closingOn(closingDateTime), ownerIn(timeZone));
  assert.ok(result.ok, JSON.stringify(result));
  return result.delivery;
}

/** What goes back for a referral that came with one closing date and whose close date was changed here. */
function sentBack(sent: string, timeZone: string, closeDate: string): unknown {
  const { wire, snapshot } = read(sent, timeZone);
  const referral: Referral = {
    ...openReferral(snapshot, 'contoso', '2026-11-20T09:00:00.000Z'),
    closeDate,
  };
  const received = { wire, editable: editableFields(snapshot.facts) };
  const { details } = format.write(received, referral, ownerIn(timeZone));
  return (details as Record<string, unknown>).closingDateTime;
}

const rows: readonly [sent: string, timeZone: string, day: string][] = [
  // 00:00 UTC is that UTC day, wherever one looks at it.
  ['2027-03-31T00:00:00Z', 'America/Los_Angeles', '2027-03-31'],
  ['2027-03-31T00:00:00.0000000Z', 'Asia/Kolkata', '2027-03-31'],
  // The local midnight of a browser.
  ['2027-06-29T22:00:00Z', 'Europe/Berlin', '2027-06-30'],
  ['2022-06-29T23:00:00Z', 'Europe/London', '2022-06-30'],
  ['2027-03-30T18:30:00Z', 'Asia/Kolkata', '2027-03-31'],
  ['2027-12-30T23:00:00Z', 'Europe/Stockholm', '2027-12-31'],
  ['2027-03-31T08:00:00Z', 'America/Los_Angeles', '2027-03-31'],
  ['2027-03-31T01:30:00Z', 'America/New_York', '2027-03-30'],
  ['2027-03-31T10:00:00Z', 'Pacific/Auckland', '2027-03-31'],
  // An offset says whose day it is.
  ['2027-03-31T00:00:00+02:00', 'America/New_York', '2027-03-31'],
  ['2027-03-31T00:00:00+0530', 'UTC', '2027-03-31'],
  ['2027-03-31T23:59:59-08', 'Europe/Berlin', '2027-03-31'],
  ['2027-03-31T00:00:00+14:00', 'UTC', '2027-03-31'],
  ['2027-03-30T22:00:00+00:00', 'Europe/Berlin', '2027-03-30'],
  // Without an offset the day is the one that is written.
  ['2027-03-31', 'America/Los_Angeles', '2027-03-31'],
  ['2027-03-31Z', 'Asia/Tokyo', '2027-03-31'],
  ['2027-03-31T00:00:00', 'Asia/Tokyo', '2027-03-31'],
  ['2027-03-31T23:59:59', 'Europe/Berlin', '2027-03-31'],
  ['2027-03-31 17:30', 'Asia/Tokyo', '2027-03-31'],
  ['2028-02-29T00:00Z', 'UTC', '2028-02-29'],
];

describe('the day of a closing date (CR-64)', () => {
  for (const [sent, timeZone, day] of rows) {
    it(`given ${sent} for an organization in ${timeZone}, when read, then it is ${day}`, () => {
      const { snapshot, notes } = read(sent, timeZone);
      assert.equal(snapshot.facts.closeDate, day);
      assert.deepEqual(notes, []);
    });
  }

  for (const sent of ['31.03.2027', '2027-02-30T00:00:00Z', 'Q1', 1_806_364_800_000, { day: 31 }]) {
    it(`given ${JSON.stringify(sent)}, when read, then the referral is taken in without it, and it is told`, () => {
      const { snapshot, notes } = read(sent, 'UTC');
      assert.equal(snapshot.facts.closeDate, undefined);
      assert.deepEqual(notes, [
        {
          path: 'details.closingDateTime',
          message: 'was left out: it is not a date and time such as 2026-11-20T09:00:00Z',
        },
      ]);
    });
  }

  for (const sent of ['0001-01-01T00:00:00Z', '1899-12-30', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) {
    it(`given ${sent}, which a program writes for no date, when read, then there is none`, () => {
      const { snapshot, notes } = read(sent, 'UTC');
      assert.equal(snapshot.facts.closeDate, undefined);
      assert.deepEqual(
        notes.map(({ path }) => path),
        ['details.closingDateTime'],
      );
    });
  }

  const changed: readonly [sent: string, timeZone: string, day: string, back: string][] = [
    ['2027-03-31T00:00:00Z', 'Europe/Berlin', '2027-06-30', '2027-06-30T00:00:00Z'],
    ['2027-03-30T22:00:00Z', 'Europe/Berlin', '2027-06-30', '2027-06-29T22:00:00Z'],
    ['2027-03-30T22:00:00Z', 'Europe/Berlin', '2027-12-31', '2027-12-30T23:00:00Z'],
    ['2027-03-30T18:30:00Z', 'Asia/Kolkata', '2027-04-01', '2027-03-31T18:30:00Z'],
    ['2027-03-31T00:00:00+02:00', 'Asia/Tokyo', '2027-12-31', '2027-12-31T00:00:00+02:00'],
    ['2027-03-31', 'Asia/Tokyo', '2027-12-31', '2027-12-31'],
    ['2027-03-31T23:59:59', 'Asia/Tokyo', '2027-12-31', '2027-12-31T23:59:59'],
    ['0001-01-01T00:00:00Z', 'Asia/Tokyo', '2027-12-31', '2027-12-31T00:00:00Z'],
    ['2022-06-29T23:00:00Z', 'Europe/London', '2027-12-15', '2027-12-15T00:00:00Z'],
    ['2027-07-01T01:00:00Z', 'America/New_York', '2027-12-15', '2027-12-16T02:00:00Z'],
  ];
  for (const [sent, timeZone, day, back] of changed) {
    it(`given ${sent} in ${timeZone} and ${day} typed here, when sent back, then it is ${back}`, () => {
      assert.equal(sentBack(sent, timeZone, day), back);
    });
  }

  it('given a date that nobody changed here, when sent back, then it is exactly what came, also from before days had zones', () => {
    const sent = '2027-03-30T22:00:00Z';
    const { wire, snapshot } = read(sent, 'Europe/Berlin');
    const before: Referral = {
      ...openReferral(snapshot, 'contoso', '2026-11-20T09:00:00.000Z'),
      closeDate: '2027-03-30',
    };
    const editable = { ...editableFields(snapshot.facts), closeDate: '2027-03-30' };
    const back = format.write({ wire, editable }, before, ownerIn('Europe/Berlin'));
    assert.equal((back.details as Record<string, unknown>).closingDateTime, sent);
  });

  it('given any moment, any zone and any day, when sent back and read again, then it is the day that was typed', () => {
    const day = fc
      .date({ min: new Date('2001-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const sent = fc.tuple(
      day,
      fc.constantFrom('', 'T00:00:00', 'T18:30:00', 'T22:00:00', 'T23:59:59.9999999', 'T04:15'),
      fc.constantFrom('', 'Z', '+02:00', '-0800', '+14:00'),
    );
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/New_York', 'Asia/Kolkata');
    fc.assert(
      fc.property(sent, zone, day, ([date, time, offset], timeZone, typed) => {
        const back = sentBack(`${date}${time}${offset}`, timeZone, typed);
        assert.equal(read(back, timeZone).snapshot.facts.closeDate, typed, String(back));
      }),
      { numRuns: 300 },
    );
  });
});
