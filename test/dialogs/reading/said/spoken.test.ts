import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Language } from '#cards/say.ts';
import { changes } from '#dialogs/reading/said/manners.ts';
import { readSaid } from '#dialogs/reading/said/readSaid.ts';
import { readReply } from '#dialogs/reading/said/reply.ts';
import { en } from './sentences/spoken/en/spoken.ts';
import { it as italian } from './sentences/spoken/it/spoken.ts';
import { type SpokenTable, sentences } from './sentences/spoken/table.ts';

const tables: readonly (readonly [language: Language, locale: string, table: SpokenTable])[] = [
  ['en', 'en-GB', en],
  ['it', 'it-IT', italian],
];
/** Without what is not there; names in the case in which they are compared. */
const plain = (said: unknown): unknown =>
  said === undefined ? undefined : JSON.parse(JSON.stringify(said).toLowerCase());

describe('readSaid, as people say it', () => {
  for (const [language, locale, { means, replies, nothing }] of tables) {
    const read = (text: string) =>
      readSaid(text, { language, locale, today: '2026-11-30', currency: undefined });

    it(`given the many ways of saying something in ${language}, then what each means`, () => {
      const wrong = means.flatMap(([said, texts]) =>
        sentences(texts)
          .map((text) => ({ text, read: plain(read(text)), said: plain(said) }))
          .filter((one) => !isDeepStrictEqual(one.read, one.said)),
      );
      assert.deepEqual(wrong, []);
    });

    it(`given an answer in ${language}, then what it answers`, () => {
      const wrong = Object.entries(replies).flatMap(([answer, texts]) => {
        const reply = /\d/.test(answer) ? { reply: 'number', number: Number(answer) } : { reply: answer };
        return sentences(texts)
          .map((text) => ({ text, read: readReply(text) }))
          .filter((one) => !isDeepStrictEqual(one.read, reply));
      });
      assert.deepEqual(wrong, []);
    });

    it(`given a sentence in ${language} that denies, wonders or hears of a change, then none`, () => {
      const changed = sentences(nothing)
        .map((text) => ({ text, said: read(text) }))
        .filter(({ said }) => said && changes(said));
      assert.deepEqual(changed, []);
    });
  }
});
