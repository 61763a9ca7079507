import assert from 'node:assert/strict';
import { createSlowing } from '#bot/http/slowing.ts';

describe('Wrong intake keys', () => {
  it('given five in a minute, then each is answered at once; given more, then they wait, and at last are told to come later', () => {
    let at = 0;
    const slowing = createSlowing({ now: () => new Date(at) });
    const waits = Array.from({ length: 30 }, () => slowing('10.0.0.1'));
    assert.deepEqual(waits.slice(0, 6), [0, 0, 0, 0, 0, 1_000]);
    assert.deepEqual(waits.slice(24), [1_000, undefined, undefined, undefined, undefined, undefined]);
    assert.equal(slowing('10.0.0.2'), 0, 'another address');
    at = 61_000;
    assert.equal(slowing('10.0.0.1'), 0, 'a minute later');
  });
});
