import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { type DealLineContext, readDealLine } from '#dialogs/reading/line/readDealLine.ts';
import { dealLines, told } from '#test/support/reading/dealLines.ts';

const context: Omit<DealLineContext, 'language'> = {
  today: '2026-11-20',
  locations: [
    { mpnId: '1234567', name: 'Contoso Seattle' },
    { mpnId: '7654321', name: 'Berlin' },
  ],
  solutions: [
    { id: 'SOL-12345', name: 'Cloud Backup' },
    { id: 'SOL-2', name: '迁移助手' },
  ],
};

describe('readDealLine (CR-18, CR-21, CR-25)', () => {
  for (const [language, lines] of Object.entries(dealLines) as [Language, (typeof dealLines)[Language]][]) {
    for (const [text, expected] of lines) {
      it(`${language}: ${text} -> ${expected}`, () => {
        assert.equal(told(readDealLine(text, { ...context, language })), expected);
      });
    }
    it(`${language}: nothing is misread when the client says English`, () => {
      for (const [text, expected] of lines) {
        const read = told(readDealLine(text, { ...context, language: 'en', locale: 'en-US' }));
        // Whose crowns they are, and 50.000 beside no other word of the language, is for the reader to say.
        if (/~|\?|ambiguous/.test(expected) || read.includes('value-ambiguous')) continue;
        assert.equal(read, expected);
      }
    });
  }
  const elsewhere: readonly (readonly [text: string, expected: string])[] = [
    ['Contoso Köln 50.000 € bis 3.4.2027', 'Contoso Köln | 50000 EUR | 2027-04-03'],
    ['Contoso Köln 50 T€ bis 31. Dez.', 'Contoso Köln | 50000 EUR | 2026-12-31'],
    ['Contoso Lund 10 000 SEK senast 3/4', 'Contoso Lund | 10000 SEK | 2027-04-03'],
    ['Contoso Roma 50.000 € entro il 30 set', 'Contoso Roma | 50000 EUR | 2027-09-30'],
    ['Ромашка 50.000 евро до 03.04.2027', 'Ромашка | 50.000 евро: value-ambiguous | 2027-04-03'],
    ['Contoso 上海 5万元 3月31日前', 'Contoso 上海 | 50000 ~CNY | 2027-03-31'],
  ];
  for (const [text, expected] of elsewhere) {
    it(`is read by the language it is written in where the client says English: ${text}`, () => {
      const read = readDealLine(text, { ...context, language: 'en', locale: 'en-US' });
      assert.deepEqual(told(read).split(' | ').sort(), expected.split(' | ').sort());
    });
  }
  it('shows for every part the words it was taken from', () => {
    const { pieces } = readDealLine('Contoso, Seattle, 50k USD by 31 March “Move”', {
      ...context,
      language: 'en',
    });
    assert.deepEqual(
      pieces.map(({ kind, text }) => [kind, text]),
      [
        ['customer', 'Contoso, Seattle'],
        ['filler', ','],
        ['value', '50k USD'],
        ['closeDate', 'by 31 March'],
        ['name', '“Move”'],
      ],
    );
  });
  it('carries the facts of a problem at its piece', () => {
    const { pieces } = readDealLine('Contoso 10.000 USD', { ...context, language: 'en' });
    const values = { one: 10, other: 10_000, currency: 'USD' };
    assert.deepEqual(pieces.find(({ kind }) => kind === 'value')?.problem, {
      code: 'value-ambiguous',
      values,
    });
  });
  it('takes the usual currency where none is named, and says that it is assumed', () => {
    const read = (text: string) => readDealLine(text, { ...context, language: 'en', currency: 'NOK' }).value;
    assert.deepEqual(read('Contoso 50k'), { amount: 50_000, currency: 'NOK', currencies: [], assumed: true });
    assert.deepEqual(read('Contoso 50k EUR'), {
      amount: 50_000,
      currency: 'EUR',
      currencies: ['EUR'],
      assumed: false,
    });
  });
  it('reads figures of dates by the locale', () => {
    const read = (locale: string) =>
      readDealLine('Contoso 50k by 3/4/2027', { ...context, language: 'en', locale }).closeDate;
    assert.deepEqual([read('en-US'), read('en-GB')], ['2027-03-04', '2027-04-03']);
  });
  it('takes what a person has apart: composed letters, narrow and wide blanks', () => {
    const text = 'Contoso Ko\u0308ln 50\u202f000\u00a0€ bis\u300031. Ma\u0308rz';
    const read = readDealLine(text, { ...context, language: 'de' });
    assert.equal(told(read), 'Contoso Köln | 50000 EUR | 2027-03-31');
  });
  it('finds one name among thousands, longer names before shorter ones', () => {
    const solutions = Array.from({ length: 3000 }, (_one, index) => ({
      id: `S-${index}`,
      name: `Solution ${index}`,
    }));
    const read = readDealLine('Contoso 50k, solution 2999 and Solution 12', {
      ...context,
      language: 'en',
      solutions,
    });
    assert.deepEqual([...read.solutions].sort(), ['S-12', 'S-2999']);
    assert.equal(read.customerText, 'Contoso');
  });
  it('knows names of solutions and locations whatever stands in them', () => {
    const odd = { id: 'S(1', name: 'A+ [Data] (x|y)' };
    const read = readDealLine('Contoso 50k, a+ [data] (X|Y)', {
      ...context,
      language: 'en',
      solutions: [odd, { id: '', name: '' }],
    });
    assert.deepEqual(read.solutions, ['S(1']);
    assert.equal(read.customerText, 'Contoso');
  });
});
