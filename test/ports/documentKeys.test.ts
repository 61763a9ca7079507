import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText, encodeText, indexKey, indexValue } from '#ports/documentKeys.ts';

/** Texts of any UTF-16 code units, half of them near the borders of the encoding. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 0x20, 0x21, 0x22, 0x7d, 0x7e, 0x7f),
);
const text = fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units));
const number = fc.double({ noNaN: true }).map((value) => (value === 0 ? 0 : value));

const sign = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

describe('Keys of documents', () => {
  it('given any text, then its key is printable ASCII without space and leads back to it', () => {
    fc.assert(
      fc.property(text, (one) => {
        assert.match(encodeText(one), /^[!-~]*$/);
        assert.equal(decodeText(encodeText(one)), one);
      }),
    );
  });

  it('given any two texts, each followed by another key, then the pairs sort as the texts do', () => {
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const pairs = sign(`${encodeText(a)} ${encodeText(c)}`, `${encodeText(b)} ${encodeText(d)}`);
        assert.equal(pairs, sign(a, b) || sign(c, d));
      }),
    );
  });

  it('given any two numbers, then their keys sort as they do and lead back to them', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        assert.equal(sign(indexKey(a), indexKey(b)), sign(a, b));
        assert.equal(indexValue(indexKey(a)), a);
      }),
    );
    assert.equal(indexKey(-0), indexKey(0));
  });

  it('given values of several types, then false, true, numbers and texts follow each other', () => {
    const values = [
      false,
      true,
      Number.NEGATIVE_INFINITY,
      -1,
      0,
      1e-300,
      2,
      Number.POSITIVE_INFINITY,
      '',
      '1',
      'a',
    ];
    const keys = values.map(indexKey);
    assert.deepEqual([...keys].sort(), keys);
    assert.deepEqual(keys.map(indexValue), values);
  });
});
