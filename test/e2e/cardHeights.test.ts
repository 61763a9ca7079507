import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Language } from '#cards/say.ts';
import { drawnSamples, measureCards } from '#test/support/e2e/cardMeasures.ts';
import { openChromium } from '#test/support/e2e/chromium.ts';

const PHONE = 360;
const MOST_WORDS = 70;
/** What a card may take of a phone as it comes, in pixels: it is read in three seconds, and its buttons are seen at once. */
const goals: Readonly<Record<string, number>> = {
  'referral/received': 360,
  'referral/received-similar': 360,
  'referral/received-channel': 360,
  'referral/accepted': 340,
  'referral/accepted-channel': 340,
  'referral/deal-private': 340,
  'referral/deal-history': 340,
  'referral/outbound-accepted': 340,
  'referral/board': 420,
  'referral/board-invited': 420,
};

describe('a deal’s card on a phone', () => {
  let browser: Browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser.close());

  const measured = (language: Language) =>
    measureCards(
      browser,
      drawnSamples(language).filter(({ name }) => name in goals),
      { width: PHONE, language },
    );

  it('given nothing is unfolded, then it takes no more than it should, and at most seventy words', async () => {
    const found = await measured('en');
    for (const [name, most] of Object.entries(goals)) {
      const { height, words } = found.get(name) ?? assert.fail(name);
      assert.ok(height <= most, `${name} is ${height} px high, at most ${most}`);
      assert.ok(words <= MOST_WORDS, `${name} has ${words} words, at most ${MOST_WORDS}`);
    }
  });

  for (const language of ['de', 'ru', 'it', 'sv', 'zh-Hans'] as const) {
    it(`given ${language}, then it takes at most a quarter more than it may in English`, async () => {
      const found = await measured(language);
      for (const [name, most] of Object.entries(goals)) {
        const { height } = found.get(name) ?? assert.fail(name);
        assert.ok(height <= most * 1.25, `${name} is ${height} px high, at most ${most * 1.25}`);
      }
    });
  }
});
