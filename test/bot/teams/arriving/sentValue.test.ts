import assert from 'node:assert/strict';
import { readPress, sentFields } from '#bot/teams/arriving/sentValue.ts';

const data = { referral: 'r1', audience: 'personal' };
const verb = 'referral.view';

describe('readPress', () => {
  for (const [what, value] of Object.entries({
    'an action': { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    'JSON text': JSON.stringify({ action: { verb, data } }),
    'an action as JSON text': { action: JSON.stringify({ verb, data }) },
    'data as JSON text': { action: { verb, data: JSON.stringify(data) } },
    'the verb in the data': { action: { type: 'Action.Execute', data: { verb, ...data } } },
    'an action wrapped once more': { value: { action: { verb, data } } },
    'the action alone': { type: 'Action.Execute', verb, data },
    'data wrapped once more': { action: { verb, data: { data } } },
    'a fallback': { verb, ...data },
    'a fallback as JSON text': JSON.stringify({ verb, ...data }),
    'a fallback wrapped once more': { data: { verb, ...data } },
  })) {
    it(`given ${what}, then the button`, () => {
      const read = readPress(value);
      assert.equal(read?.verb, verb);
      assert.equal(read?.data.referral, 'r1');
    });
  }

  it('given no data, then none', () => {
    for (const none of [null, undefined]) {
      assert.deepEqual(readPress({ action: { verb, data: none } }), { verb, data: {} });
    }
  });

  const bottomless = (depth: number): unknown => (depth === 0 ? { verb } : { value: bottomless(depth - 1) });
  for (const value of [
    undefined,
    null,
    7,
    '',
    'text',
    '{',
    '[]',
    [],
    {},
    { action: null },
    { action: { verb: 7 } },
    { action: { verb, data: 'text' } },
    { action: { verb, data: [] } },
    { verb: null },
    bottomless(500),
    `{"verb":"${'x'.repeat(600_000)}"}`,
  ]) {
    it(`given ${String(JSON.stringify(value)).slice(0, 40)}, then nothing`, () =>
      assert.equal(readPress(value), undefined));
  }

  it('given fields, or their JSON text, then the fields', () => {
    assert.deepEqual(sentFields('{"a":1}'), { a: 1 });
    assert.equal(sentFields('"a"'), undefined);
  });
});
