import assert from 'node:assert/strict';
import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { languages, say } from '#cards/say.ts';
import { readCloseReason } from '#dialogs/reading/readCloseReason.ts';
import { type CloseReason, closeReasons } from '#domain/referral/referral.ts';

const said: readonly [text: string, reason: CloseReason | undefined][] = [
  ['because of price', 'budget'],
  ['the price', 'budget'],
  ['wegen des Preises', 'budget'],
  ['zu teuer', 'budget'],
  ['на цене', undefined],
  ['из-за цены', 'budget'],
  ['a causa dei costi', 'budget'],
  ['因为太贵', 'budget'],
  ['på grund av konkurrenten', 'other-vendor'],
  ['no answer', 'no-response'],
  ['the CTO left', undefined],
  ['', undefined],
];

describe('readCloseReason: why a deal is lost or declined (CR-37)', () => {
  for (const [text, reason] of said) {
    it(`given "${text}", then ${reason ?? 'it is asked'}`, () => assert.equal(readCloseReason(text), reason));
  }

  it('given the name of a reason in any language, then that one', () => {
    for (const reason of closeReasons) {
      for (const language of languages) {
        assert.equal(readCloseReason(say(language, closeReasonTexts[reason])), reason, language);
      }
    }
  });
});
