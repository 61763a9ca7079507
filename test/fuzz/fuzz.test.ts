import assert from 'node:assert/strict';
import { fuzz } from './fuzz.ts';

describe('Whatever comes in from outside', () => {
  it('given 5,000 inputs made from valid ones, when they are sent to every boundary, then none is a mistake of ours and each costs little', async function () {
    this.timeout(600_000);
    const seed = Math.floor(Math.random() * 1e9);
    const { wrong } = await fuzz(5_000, seed);
    assert.deepEqual(wrong, [], `npm run test:fuzz -- 5000 ${seed}`);
  });
});
