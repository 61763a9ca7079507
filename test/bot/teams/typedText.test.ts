import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { typedText } from '#bot/teams/typedText.ts';

const typed = (text: string, entities: object[] = []) =>
  typedText({ activity: { text, entities } } as unknown as TurnContext);

describe('typedText', () => {
  it('given the bot is mentioned, then what is left is what was typed', () => {
    const mention = { type: 'mention', text: '<at>Co-sell</at>' };
    assert.equal(typed('<at>Co-sell</at>&nbsp;inbound ', [mention]), 'inbound');
    assert.equal(typed('<at>Somebody</at> inbound'), 'inbound');
  });
  it('given more than any text may have, then it is cut before anybody reads it, and never within a letter', () => {
    for (const unit of ['50k ', '🚀', '<at>', '&nbsp;x']) {
      const text = typed(unit.repeat(100_000));
      assert.ok(text.length <= 20_000 && text.isWellFormed(), unit);
    }
  });
  it('given thousands of mentions, then as many are taken out as a person makes', () => {
    const mentions = Array.from({ length: 5000 }, (_one, n) => ({ type: 'mention', text: `@${n} ` }));
    assert.equal(typed('@1 @2 inbound', mentions), 'inbound');
  });
});
