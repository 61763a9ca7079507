import assert from 'node:assert/strict';
import { readPartnerLine } from '#dialogs/reading/line/readPartnerLine.ts';

describe('readPartnerLine', () => {
  const lines: [language: 'en' | 'de' | 'ru' | 'it', text: string, expected: object][] = [
    ['en', 'Fabrikam 20k USD', { partner: 'Fabrikam', value: { amount: 20_000, currency: 'USD' } }],
    ['en', 'Fabrikam', { partner: 'Fabrikam', value: { amount: 0, currency: '' } }],
    [
      'de',
      'Müller & Co 12.500 EUR bis 1. Februar 2027',
      { partner: 'Müller & Co', value: { amount: 12_500, currency: 'EUR' }, closeDate: '2027-02-01' },
    ],
    ['en', 'Analytics Berlin, demo', { partner: 'Analytics Berlin', assistance: 'ProofOfConceptOrDemo' }],
    ['ru', 'Фабрикам 20 тыс. евро', { partner: 'Фабрикам', value: { amount: 20_000, currency: 'EUR' } }],
  ];
  for (const [language, text, expected] of lines) {
    it(`${language}: ${text}`, () => {
      const read = readPartnerLine(text, { language, locale: language, today: '2026-11-16' });
      const { value = { amount: 0, currency: '' }, partner, closeDate, assistance } = read;
      assert.deepEqual(
        { value: { amount: 0, currency: '' }, closeDate: undefined, assistance: undefined, ...expected },
        { partner, value, closeDate, assistance },
      );
    });
  }
});
