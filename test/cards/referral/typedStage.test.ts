import assert from 'node:assert/strict';
import { readTypedStage } from '#cards/referral/progress/typedStage.ts';

const reader = (language: 'en' | 'de' | 'sv' | 'zh-Hans' | 'ru' | 'it') => ({
  language,
  locale: language,
  timeZone: 'Europe/Berlin',
});

describe('readTypedStage', () => {
  for (const [language, text, stage, rest] of [
    ['en', 'Contoso negotiated', 80, 'Contoso'],
    ['en', 'Contoso Retail to Negotiated', 80, 'Contoso Retail'],
    ['en', 'NEGOTIATED', 80, ''],
    ['en', 'Contoso: 60 %', 60, 'Contoso'],
    ['en', 'Contoso 20%', 20, 'Contoso'],
    ['en', 'Contoso created', 10, 'Contoso'],
    ['en', 'Contoso accepted', 10, 'Contoso'],
    ['en', 'Contoso – collect data', 40, 'Contoso'],
    ['en', 'Contoso offer out', 60, 'Contoso'],
    ['de', 'Contoso auf Verhandelt', 80, 'Contoso'],
    ['zh-Hans', '康托索到80%', 80, '康托索'],
  ] as const) {
    it(`given ${text} in ${language}, then stage ${stage} of ${rest || 'the deal at hand'} (CR-40, CR-41)`, () => {
      const stageNames = { 60: 'Offer out' };
      assert.deepEqual(readTypedStage(text, { ...reader(language), stageNames }), { stage, rest });
    });
  }

  for (const text of [
    'Contoso',
    '',
    'Studio 80',
    'Contoso 55%',
    'Renegotiated',
    'Contoso 180%',
    'Negotiated Ltd',
    7,
  ]) {
    it(`given ${JSON.stringify(text)}, then no stage: nothing is guessed`, () => {
      assert.equal(readTypedStage(text, reader('en')), undefined);
    });
  }
});
