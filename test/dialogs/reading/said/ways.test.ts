import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { readSaid } from '#dialogs/reading/said/readSaid.ts';
import { ru, ruNothing } from './ways/ru.ts';
import type { Ways } from './ways/ways.ts';
import { zhHans, zhHansNothing } from './ways/zh-Hans.ts';

const languages: readonly {
  language: 'zh-Hans' | 'ru';
  locale: string;
  ways: Ways;
  nothing: readonly string[];
}[] = [
  { language: 'zh-Hans', locale: 'zh-CN', ways: zhHans, nothing: zhHansNothing },
  { language: 'ru', locale: 'ru-RU', ways: ru, nothing: ruNothing },
];
/** Without what is not there. */
const plain = (said: unknown): unknown => (said === undefined ? undefined : JSON.parse(JSON.stringify(said)));

describe('readSaid, by the ways people say it', () => {
  for (const { language, locale, ways, nothing } of languages) {
    const read = (text: string) =>
      plain(readSaid(text, { language, locale, today: '2026-11-30', currency: undefined }));

    it(`given many ways of saying one thing in ${language}, then that thing`, () => {
      const wrong = ways
        .flatMap(([means, texts]) => texts.map((text) => ({ text, means: plain(means), read: read(text) })))
        .filter((one) => !isDeepStrictEqual(one.read, one.means));
      assert.deepEqual(wrong, []);
    });

    it(`given what is hoped, denied, heard or about something else in ${language}, then nothing`, () => {
      assert.deepEqual(
        nothing.map((text) => ({ text, said: read(text) })).filter(({ said }) => said !== undefined),
        [],
      );
    });
  }
});
