import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { likelyCommands } from '#dialogs/reading/said/likely.ts';

const likely = (text: string, language: Language) =>
  likelyCommands(text, { language }).map(({ verb, data }) => [verb, data.list].filter(Boolean).join(' '));

describe('likelyCommands', () => {
  for (const [language, text, wanted] of [
    ['en', 'whatever is about to expire over there', 'deals.list expiring'],
    ['en', 'somehow I would begin something with a new oportunity', 'deal.start'],
    ['de', 'irgendwas mit überfälligen Sachen', 'deals.list action'],
    ['sv', 'nåt som löper ut kanske', 'deals.list expiring'],
    ['ru', 'там где-то просроченные были', 'deals.list action'],
    ['it', 'roba che sta per scadere forse', 'deals.list expiring'],
  ] as const) {
    it(`given ${text}, then first ${wanted}`, () => assert.equal(likely(text, language)[0], wanted));
  }

  it('given words that are like none, then what most people want, and three at most', () => {
    assert.deepEqual(likely('xyzzy', 'en'), ['deal.start', 'help.show', 'deals.list mine']);
    assert.equal(likely('new deals expiring closed overdue help mine', 'en').length, 3);
    assert.equal(likely('x '.repeat(5_000), 'zh-Hans').length, 3);
  });
});
