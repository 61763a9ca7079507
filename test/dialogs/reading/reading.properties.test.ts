import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDay } from '#cards/format.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { formatAmount, formatMoney } from '#cards/money/formatMoney.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import { findDates } from '#dialogs/reading/date/findDates.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';
import { readUntil } from '#dialogs/reading/date/readUntil.ts';
import { findMoney } from '#dialogs/reading/findMoney.ts';
import { readMoney } from '#dialogs/reading/readMoney.ts';
import { everydayAmounts } from '#test/support/reading/everydayAmounts.ts';
import { everydayDates } from '#test/support/reading/everydayDates.ts';
import { everydayLines } from '#test/support/reading/everydayLines.ts';

const today = '2026-11-20';
const language = fc.constantFrom(...languages);
const currencies = currencyChoices().map(({ value }) => value);
const day = fc
  .integer({ min: 0, max: 3600 })
  .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
const words = [everydayAmounts, everydayDates, everydayLines].flatMap((tables) =>
  Object.values(tables).flatMap((rows) => rows.flatMap(([text]) => text.split(' '))),
);
/** Words of what people type in any order, and signs that nobody types. */
const junk = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(' '));

describe('reading amounts and dates, whatever is typed', () => {
  it('reads an amount back from how it is written in any language', () => {
    fc.assert(
      fc.property(
        language,
        fc.constantFrom(...currencies),
        fc.integer({ min: 1, max: 99_999_999 }),
        (spoken, currency, amount) => {
          const reader = { language: spoken, locale: sampleLocales[spoken] };
          const read = readMoney(`${formatAmount(amount, reader)} ${currency}`, reader);
          assert.deepEqual(read.ok && [read.amount, read.currency], [amount, currency]);
          const signed = readMoney(formatMoney({ amount, currency }, reader), { ...reader, currency });
          assert.equal(signed.ok && signed.amount, amount);
        },
      ),
    );
  });
  it('reads a date back from how it is written in any language', () => {
    fc.assert(
      fc.property(
        language,
        day,
        fc.constantFrom(...(['full', 'long', 'medium'] as const)),
        (spoken, date, dateStyle) => {
          const reader = { language: spoken, locale: sampleLocales[spoken], today };
          const written = new Intl.DateTimeFormat(reader.locale, { dateStyle, timeZone: 'UTC' });
          for (const text of [formatDay(date, reader), written.format(new Date(`${date}T00:00:00Z`))]) {
            assert.deepEqual(readDate(text, reader), { ok: true, date }, text);
          }
        },
      ),
    );
  });
  it('never throws, and gives amounts above nothing and days from today on only', () => {
    fc.assert(
      fc.property(junk, language, (text, spoken) => {
        const reader = { language: spoken, locale: sampleLocales[spoken], today };
        const money = readMoney(text, reader);
        assert.ok(!money.ok || money.amount > 0);
        for (const read of [readDate(text, reader), readUntil(text, reader)]) {
          assert.ok(!read.ok || (/^\d{4}-\d\d-\d\d$/.test(read.date) && read.date >= today));
        }
      }),
      { numRuns: 400 },
    );
  });
  it('does the same work for a text of any length: nothing behind a line is looked at', () => {
    for (const unit of ['50k ', '31 March ', '三', '1三万', 'fifty ', 'q1 to ', '1.', 'half a ', '(']) {
      const long = unit.repeat(Math.ceil(100_000 / unit.length));
      for (const spoken of languages) {
        const context = { language: spoken, today };
        assert.deepEqual(findMoney(long, context), findMoney(long.slice(0, 500), context));
        assert.deepEqual(findDates(long, context), findDates(long.slice(0, 500), context));
        assert.equal(readMoney(long, context).ok, false);
        assert.equal(readDate(long, context).ok, false);
        assert.equal(readUntil(long, context).ok, false);
      }
    }
  });
});
