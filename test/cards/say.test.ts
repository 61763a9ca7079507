import assert from 'node:assert/strict';
import { languageOf, languages, say } from '#cards/say.ts';

describe('say', () => {
  const tags: [string | undefined, string][] = [
    ['en-US', 'en'],
    ['EN', 'en'],
    ['de-AT', 'de'],
    ['de_CH', 'de'],
    ['sv-FI', 'sv'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['ru', 'ru'],
    ['it-CH', 'it'],
    ['fr-FR', 'en'],
    ['', 'en'],
    ['-', 'en'],
    [undefined, 'en'],
  ];
  for (const [tag, language] of tags) {
    it(`${tag} is ${language}`, () => assert.equal(languageOf(tag), language));
  }

  it('puts values in as they are', () => {
    assert.equal(
      say('en', 'notice.newReferral', { customer: "<b>{x} O'Neil" }),
      "New referral: <b>{x} O'Neil",
    );
  });

  it('counts in every language', () => {
    const ru = [1, 3, 5].map((count) => say('ru', 'digest.title', { count }));
    assert.deepEqual(ru, [
      '1 сделка ждёт вас сегодня',
      '3 сделки ждут вас сегодня',
      '5 сделок ждут вас сегодня',
    ]);
    for (const language of languages) assert.match(say(language, 'digest.title', { count: 7 }), /7/);
  });

  it('throws when a value is missing, which is a bug', () => {
    assert.throws(() => say('en', 'notice.newReferral'));
  });
});
