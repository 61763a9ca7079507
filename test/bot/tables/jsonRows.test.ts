import assert from 'node:assert/strict';
import { jsonRows } from '#bot/tables/jsonRows.ts';

describe('rows in JSON', () => {
  it('given rows with names of their own, when read, then the heading has each once, and what a row does not have is empty', () => {
    assert.deepEqual(
      jsonRows([
        { name: 'A', country: 'US' },
        { country: 'DE', duns: null, name: 'B' },
      ]),
      [
        { line: 0, record: ['name', 'country', 'duns'] },
        { line: 1, record: ['A', 'US', ''] },
        { line: 2, record: ['B', 'DE', ''] },
      ],
    );
  });

  it('given a name in several spellings, when read, then it is one column, and of two in one row that counts which says something', () => {
    assert.deepEqual(jsonRows([{ 'D-U-N-S': '1' }, { duns: '2' }, { DUNS: '', 'd u n s': '3' }]), [
      { line: 0, record: ['D-U-N-S'] },
      { line: 1, record: ['1'] },
      { line: 2, record: ['2'] },
      { line: 3, record: ['3'] },
    ]);
  });

  it('given numbers and flags, when read, then they are texts', () => {
    assert.deepEqual(jsonRows([{ duns: 123456789, incentive: true, ip: false }])[1]?.record, [
      '123456789',
      'true',
      'false',
    ]);
  });

  for (const [what, row, record] of [
    ['a text', 'Contoso', { problem: 'no-row' }],
    ['nothing', null, { problem: 'no-row' }],
    ['a list', ['Contoso'], { problem: 'no-row' }],
    ['no values', {}, { problem: 'no-row' }],
    ['blanks alone', { name: ' ', country: null }, { problem: 'no-row' }],
    ['a list in a value', { name: 'A', address: ['x'] }, { problem: 'no-plain-value', heading: 'address' }],
    ['a name of the language', JSON.parse('{"__proto__": "x", "name": "A"}'), ['A', 'x']],
  ] as const) {
    it(`given a row with ${what}, when read, then it spoils no other`, () => {
      const [, right, odd] = jsonRows([{ name: 'Right' }, row]);
      assert.equal(Array.isArray(right?.record) && right.record[0], 'Right');
      assert.deepEqual(odd, { line: 2, record });
    });
  }
});
