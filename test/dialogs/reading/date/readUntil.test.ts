import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { readUntil } from '#dialogs/reading/date/readUntil.ts';

// A Friday.
const today = '2026-11-20';
const [days3, week, weeks2, month, monday] = [
  '2026-11-23',
  '2026-11-27',
  '2026-12-04',
  '2026-12-20',
  '2026-11-23',
];
const past = 'close-date-past';
const unreadable = 'close-date-unreadable';

const tables: Record<Language, readonly (readonly [text: string, expected: string])[]> = {
  en: [
    ['3 days', days3],
    ['for 3 days', days3],
    ['for the next 3 days', days3],
    ['3d', days3],
    ['2w', weeks2],
    ['a week', week],
    ['for two weeks.', weeks2],
    ['a month', month],
    ['over the weekend', monday],
    ['until Monday', monday],
    ['tomorrow', '2026-11-21'],
    ['0 days', past],
    ['-3 days', past],
    ['yesterday', past],
    ['2 hours', unreadable],
    ['3', unreadable],
    ['purple', unreadable],
    ['', unreadable],
  ],
  de: [
    ['für 3 Tage', days3],
    ['eine Woche', week],
    ['einen Tag', '2026-11-21'],
    ['zwei Wochen lang', weeks2],
    ['übers Wochenende', monday],
    ['bis Montag', monday],
  ],
  sv: [
    ['i 3 dagar', days3],
    ['en vecka', week],
    ['i två veckor', weeks2],
    ['över helgen', monday],
    ['till måndag', monday],
  ],
  'zh-Hans': [
    ['三天', days3],
    ['3 天', days3],
    ['一周', week],
    ['两个星期', weeks2],
    ['周末', monday],
    ['到周一', monday],
  ],
  ru: [
    ['на 3 дня', days3],
    ['на неделю', week],
    ['две недели', weeks2],
    ['на выходные', monday],
    ['до понедельника', monday],
  ],
  it: [
    ['per 3 giorni', days3],
    ['di una settimana', week],
    ['due settimane', weeks2],
    ['per il fine settimana', monday],
    ['fino a lunedì', monday],
  ],
};

describe('readUntil', () => {
  for (const [language, rows] of Object.entries(tables)) {
    for (const [text, expected] of rows) {
      it(`given “${text}” in ${language}, then ${expected}`, () => {
        const read = readUntil(text, { language: language as Language, locale: language, today });
        assert.equal(read.ok ? read.date : read.code, expected);
      });
    }
  }
});
