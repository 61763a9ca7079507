import assert from 'node:assert/strict';
import { languageOf } from '#cards/say.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';
import { readDealLine } from '#dialogs/reading/line/readDealLine.ts';
import { readMoney } from '#dialogs/reading/readMoney.ts';
import { everydayAmounts } from '#test/support/reading/everydayAmounts.ts';
import { everydayDates } from '#test/support/reading/everydayDates.ts';
import { everydayLines } from '#test/support/reading/everydayLines.ts';

// A Friday.
const today = '2026-11-20';

function amountIn(text: string, locale: string): string {
  const read = readMoney(text, { language: languageOf(locale), locale });
  return read.ok ? `${read.amount} ${read.currency ?? '?'}` : 'asked';
}

function dateIn(text: string, locale: string): string {
  const read = readDate(text, { language: languageOf(locale), locale, today });
  if (read.ok) return read.date;
  return read.code === 'close-date-past' ? 'past' : 'asked';
}

function dealIn(text: string, locale: string): string {
  const { pieces, customerText, value, closeDate } = readDealLine(text, {
    language: languageOf(locale),
    locale,
    today,
  });
  const asked = (kind: string) => pieces.some((piece) => piece.kind === kind && piece.problem);
  const amount = asked('value') ? 'asked' : value && `${value.amount} ${value.currency ?? '?'}`;
  const date = asked('closeDate') ? 'asked' : closeDate;
  return [customerText, amount, date].filter((part) => part !== undefined).join(' / ');
}

describe('what people type every day (CR-21)', () => {
  for (const [kind, tables, read] of [
    ['amount', everydayAmounts, amountIn],
    ['date', everydayDates, dateIn],
    ['deal', everydayLines, dealIn],
  ] as const) {
    for (const [locale, rows] of Object.entries(tables)) {
      for (const [text, expected] of rows) {
        it(`given the ${kind} “${text}” in ${locale}, then ${expected}`, () => {
          assert.equal(read(text, locale), expected);
        });
      }
    }
  }
});
