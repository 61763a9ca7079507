import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type Language, languages } from '#cards/say.ts';
import { readSaid } from '#dialogs/reading/said/readSaid.ts';
import { de } from './sentences/de.ts';
import { en } from './sentences/en.ts';
import { it as italian } from './sentences/it.ts';
import { ru } from './sentences/ru.ts';
import { sv } from './sentences/sv.ts';
import type { SentenceTable } from './sentences/table.ts';
import { zhHans } from './sentences/zh-Hans.ts';

const tables: Readonly<Record<Language, SentenceTable>> = { en, de, sv, 'zh-Hans': zhHans, ru, it: italian };
const locales = {
  en: 'en-GB',
  de: 'de-DE',
  sv: 'sv-SE',
  'zh-Hans': 'zh-CN',
  ru: 'ru-RU',
  it: 'it-IT',
} as const;
const read = (text: string, language: Language) =>
  readSaid(text, { language, locale: locales[language], today: '2026-11-30', currency: undefined });
/** Without what is not there. */
const plain = (said: unknown): unknown => (said === undefined ? undefined : JSON.parse(JSON.stringify(said)));

describe('readSaid', () => {
  for (const language of languages) {
    it(`given a sentence about deals in ${language}, then what it means`, () => {
      const { means } = tables[language];
      assert.ok(means.length >= 60, `${means.length} sentences`);
      const wrong = means
        .map(([text, said]) => ({ text, said, read: plain(read(text, language)) }))
        .filter((one) => !isDeepStrictEqual(one.read, one.said));
      assert.deepEqual(wrong, []);
    });

    it(`given a sentence in ${language} that denies, wonders or tells something else, then nothing`, () => {
      const { nothing } = tables[language];
      assert.deepEqual(
        nothing.map((text) => ({ text, said: read(text, language) })).filter(({ said }) => said),
        [],
      );
    });
  }

  it('given more words than a sentence has, or signs, then nothing', () => {
    for (const text of ['a , '.repeat(124), `show ${'x'.repeat(500)}`, ''])
      assert.equal(read(text, 'en'), undefined);
  });
});
