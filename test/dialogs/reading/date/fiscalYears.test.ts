import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';
import { readDealLine } from '#dialogs/reading/line/readDealLine.ts';

const today = '2026-11-20';

/** What is read where the fiscal year begins in July: FY27 ends in June 2027. */
const fromJuly: readonly (readonly [language: Language, text: string, expected: string])[] = [
  ['en', 'FY27', '2027-06-30'],
  ['en', 'end of FY27', '2027-06-30'],
  ['en', 'Q1 FY28', '2027-09-30'],
  ['en', 'FY28 Q1', '2027-09-30'],
  ['en', 'beginning of FY28', '2027-07-01'],
  ['en', 'mid Q1 FY28', '2027-08-15'],
  ['en', 'H1 FY28', '2027-12-31'],
  ['en', 'fiscal year end', '2027-06-30'],
  ['en', 'end of the fiscal year', '2027-06-30'],
  ['en', 'end of next fiscal year', '2028-06-30'],
  ['en', 'end of fiscal Q3', '2027-03-31'],
  ['de', 'Ende GJ27', '2027-06-30'],
  ['de', 'Geschäftsjahresende', '2027-06-30'],
  ['sv', 'slutet av räkenskapsåret', '2027-06-30'],
  ['ru', 'конец финансового года', '2027-06-30'],
  ['it', 'fine anno fiscale', '2027-06-30'],
  ['zh-Hans', '财年末', '2027-06-30'],
  ['zh-Hans', '本财年底', '2027-06-30'],
];

describe('fiscal years (CR-21)', () => {
  for (const [language, text, expected] of fromJuly) {
    it(`given a fiscal year from July, when “${text}” is typed, then it is ${expected}; not given, then it is asked`, () => {
      const read = readDate(text, { language, today, fiscalYearStart: 7 });
      assert.equal(read.ok && read.date, expected);
      assert.deepEqual(readDate(text, { language, today }), { ok: false, code: 'close-date-unreadable' });
      const line = readDealLine(`Contoso 50k EUR ${text}`, { language, today, fiscalYearStart: 7 });
      assert.deepEqual([line.closeDate, line.customerText], [expected, 'Contoso']);
      assert.equal(readDealLine(`Contoso 50k EUR ${text}`, { language, today }).closeDate, undefined);
    });
  }
  it('given any first month, then the year ends on the day before it, and January is the calendar', () => {
    const ends = [1, 2, 4, 10, 12].map((fiscalYearStart) => {
      const read = readDate('end of FY28', { language: 'en', today, fiscalYearStart });
      return read.ok ? read.date : read.code;
    });
    assert.deepEqual(ends, ['2028-12-31', '2028-01-31', '2028-03-31', '2028-09-30', '2028-11-30']);
  });
});
