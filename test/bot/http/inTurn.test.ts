import assert from 'node:assert/strict';
import { createInTurn } from '#bot/http/inTurn.ts';

describe('Work in turn', () => {
  it('given much at once, then one is done after the other, in their order, and one that fails holds up nobody', async () => {
    const inTurn = createInTurn(9);
    const done: string[] = [];
    const work = (name: string) => async () => {
      done.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      done.push(`${name} ends`);
      if (name === 'a') throw new Error(name);
      return name;
    };
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(work(name))));
    assert.deepEqual(done, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    assert.deepEqual(
      all.map((one) => one.status === 'fulfilled' && one.value),
      [false, 'b', 'c'],
    );
  });

  it('given too many that wait, then the next one is not taken, until somebody is done', async () => {
    const inTurn = createInTurn(1);
    const taken = [inTurn(async () => 1), inTurn(async () => 2)];
    assert.equal(
      inTurn(async () => 3),
      undefined,
    );
    await Promise.all(taken);
    assert.equal(await inTurn(async () => 4), 4);
  });
});
