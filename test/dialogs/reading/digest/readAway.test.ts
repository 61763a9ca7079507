import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { readAway } from '#dialogs/reading/digest/readAway.ts';

const FRIDAY = '2026-11-20';
const rows: readonly [Language, string, object][] = [
  ['en', 'until Friday, Ada', { back: false, day: FRIDAY, name: 'Ada' }],
  ['en', 'until Friday Ada Admin', { back: false, day: FRIDAY, name: 'Ada Admin' }],
  ['en', 'Ada, until 27 Nov', { back: false, day: '2026-11-27', name: 'Ada' }],
  ['en', 'for a week, ada@contoso.example', { back: false, day: '2026-11-25', name: 'ada@contoso.example' }],
  ['en', 'until next monday with Ada', { back: false, day: '2026-11-23', name: 'Ada' }],
  ['en', 'until Friday', { back: false, day: FRIDAY, name: '' }],
  ['en', 'Ada', { back: false, name: 'Ada' }],
  ['en', 'until yesterday, Ada', { back: false, name: 'Ada', problem: 'away-past' }],
  ['en', 'back', { back: true }],
  ['en', 'off', { back: true }],
  ['de', 'bis Freitag, Ada', { back: false, day: FRIDAY, name: 'Ada' }],
  ['de', 'bis zum 27. November, Ada vertritt mich', { back: false, day: '2026-11-27', name: 'Ada' }],
  ['de', 'zurück', { back: true }],
  ['sv', 'till fredag, Ada', { back: false, day: FRIDAY, name: 'Ada' }],
  ['sv', 'två veckor, Ada', { back: false, day: '2026-12-02', name: 'Ada' }],
  ['zh-Hans', '到周五，Ada', { back: false, day: FRIDAY, name: 'Ada' }],
  ['ru', 'до пятницы, Ада', { back: false, day: FRIDAY, name: 'Ада' }],
  ['it', 'fino a venerdì, Ada', { back: false, day: FRIDAY, name: 'Ada' }],
  ['it', 'tornato', { back: true }],
];

describe('readAway: until when, and who stands in', () => {
  for (const [language, text, expected] of rows) {
    it(`given "${text}" in ${language}, then it is ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(readAway(text, { language, locale: language, today: '2026-11-18' }), expected);
    });
  }
});
