import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '#cards/say.ts';
import { type DealLine, readDealLine } from '#dialogs/reading/line/readDealLine.ts';
import { dealLines } from '#test/support/reading/dealLines.ts';

const context = {
  today: '2026-11-20',
  locations: [{ mpnId: '7654321', name: 'Berlin' }],
  solutions: [{ id: 'SOL-1', name: 'Cloud Backup' }],
};
const language = fc.constantFrom(...languages);
const words = Object.values(dealLines).flatMap((lines) => lines.flatMap(([text]) => text.split(' ')));
/** Words of real lines in any order, so that readings meet in ways that nobody wrote down. */
const shuffled = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 25,
  })
  .map((parts) => parts.join(' '));
const rubbish = fc.oneof(
  shuffled,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 700 }),
);

function assertNothingLost(text: string, { pieces, customerText }: DealLine): void {
  const line = text.normalize('NFC').replace(/[\0\u200b]/g, ' ');
  let at = 0;
  for (const piece of pieces) {
    assert.ok(piece.start >= at && piece.end > piece.start, 'pieces overlap or are empty');
    assert.equal(line.slice(at, piece.start).trim(), '', 'text between pieces');
    assert.equal(line.slice(piece.start, piece.end).trim(), piece.text);
    at = piece.end;
  }
  assert.equal(line.slice(at).trim(), '', 'text after the last piece');
  // A comma stands for the word that leads to a place.
  const bare = (shown: string) => shown.replace(/[\s,]+/g, '');
  const customers = pieces.filter(({ kind }) => kind === 'customer').map((piece) => piece.text);
  assert.equal(bare(customers.join('')), bare(customerText));
}

describe('readDealLine, whatever is typed', () => {
  it('never throws, and every sign is in exactly one piece', () => {
    fc.assert(
      fc.property(rubbish, language, (text, spoken) => {
        assertNothingLost(text, readDealLine(text, { ...context, language: spoken }));
      }),
      { numRuns: 600, examples: [['2027年3月31日之前 2月31日前', 'en']] },
    );
  });
  it('reads the same again', () => {
    fc.assert(
      fc.property(shuffled, language, (text, spoken) => {
        const read = () => readDealLine(text, { ...context, language: spoken });
        assert.deepEqual(read(), read());
      }),
      { numRuns: 100 },
    );
  });
  it('leaves a text without figures and words of ours to the customer, and again when it is read again', () => {
    const letters = fc.array(
      fc.string({ unit: fc.constantFrom(...'bcfgjklpqvwxz'), minLength: 4, maxLength: 9 }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(letters, language, (names, spoken) => {
        const text = names.map((name) => name[0]?.toUpperCase() + name.slice(1)).join(' ');
        const once = readDealLine(text, { ...context, language: spoken });
        assert.equal(once.customerText, text);
        assert.deepEqual(readDealLine(once.customerText, { ...context, language: spoken }), once);
      }),
      { numRuns: 200 },
    );
  });
  it('keeps what is beyond a line unread instead of losing it or taking long', () => {
    const units = [
      'a',
      '1 ',
      '1/',
      '31 March ',
      'bis ',
      '50k USD ',
      '"',
      '@',
      'a@',
      '3月',
      '€',
      '. ',
      'Ende ',
      '1-',
      "'",
      '(((',
      'до конца ',
    ];
    for (const unit of units) {
      const text = `Contoso ${unit.repeat(Math.ceil(10_000 / unit.length))}`;
      for (const spoken of languages) {
        const read = readDealLine(text, { ...context, language: spoken });
        assertNothingLost(text, read);
        assert.equal(read.pieces.at(-1)?.kind, 'unread');
        assert.ok(read.pieces.filter(({ kind }) => kind !== 'unread').every(({ end }) => end <= 500));
      }
    }
  });
});
