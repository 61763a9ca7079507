import assert from 'node:assert/strict';
import { readCommand } from '#bot/commands/commands.ts';
import { typedText } from '#bot/teams/typedText.ts';

const BOT = { id: '28:bot', name: 'Co-sell' };
const BO = { type: 'mention', mentioned: { id: '29:bo', name: 'Bo Miller' }, text: '<at>Bo Miller</at>' };
const OWN = { type: 'mention', mentioned: { id: '28:bot', name: 'Co-sell' }, text: '<at>Co-sell</at>' };

type Context = Parameters<typeof typedText>[0];
const typed = (text: unknown, entities?: unknown) =>
  typedText({ activity: { text, entities, recipient: BOT } } as unknown as Context);

describe('typedText', () => {
  for (const [text, entities, said] of [
    ['<at>Co-sell</at> help', [OWN], 'help'],
    ['<at id="0">Co-sell</at> help', [OWN], 'help'],
    ['<at>co-sell</at> help', undefined, 'help'],
    ['@Co-sell help', [], 'help'],
    ['@Co-sell: help', [], 'help'],
    ['note Fabrikam: <at>Bo Miller</at> calls', [BO], 'note Fabrikam: Bo Miller calls'],
    ['note Fabrikam: <at id="1">Bo Miller</at> calls', undefined, 'note Fabrikam: Bo Miller calls'],
    ['<at>Co-sell</at> ask <at>Bo Miller</at>', [OWN, BO], 'ask Bo Miller'],
    ['\u200f<at>Co-sell</at>\u200f help', [OWN], 'help'],
    ['\u200b\u2060he\u00adlp\ufe0f\ufeff', [], 'help'],
    ['\u202ehelp\u2066', [], 'help'],
    ['👨‍👩‍👧', [], '👨‍👩‍👧'],
    ['<quoted messageId="17"/> help', [], 'help'],
    ['<quoted messageId="17">what was said</quoted> help', [], 'help'],
    ['<p>help</p>', [], 'help'],
    ['<p>one</p><p>two</p>', [], 'one\n two'],
    ['value < 5 and > 3', [], 'value < 5 and > 3'],
    ['a <b@c.example>', [], 'a <b@c.example>'],
    ['', [], ''],
    [undefined, 'none', ''],
    [7, [{ type: 'mention' }], ''],
  ] as const) {
    it(`given ${JSON.stringify(text)}, then ${JSON.stringify(said)}`, () =>
      assert.equal(typed(text, entities), said));
  }

  it('given more than any text may have, then it is cut before anybody reads it, and never within a letter', () => {
    for (const unit of ['50k ', '🚀', '<at>', '&nbsp;x', '<quoted ', '<p>']) {
      const text = typed(unit.repeat(100_000));
      assert.ok(text.length <= 20_000 && text.isWellFormed(), unit);
    }
  });

  it('given thousands of mentions, then as many are taken out as a person makes', () => {
    const mentions = Array.from({ length: 5000 }, (_one, n) => ({ ...OWN, text: `@${n} ` }));
    assert.equal(typed('@1 @2 inbound', mentions), 'inbound');
  });
});

describe('readCommand', () => {
  for (const text of ['help…', '/help', '／help', ' /Help! ', 'help.']) {
    it(`given "${text}", then help`, () => assert.equal(readCommand(text)?.name, 'help'));
  }
  it('given a fraction, then no command', () => assert.equal(readCommand('/7'), undefined));
});
