import assert from 'node:assert/strict';
import { systemClock } from '#adapters/system/clock.ts';

/** How many timers keep this process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

describe('A pause of the machine’s clock', () => {
  it('given a signal, when it is given, then the pause is over and no timer is left', async () => {
    // From its first pause on a test has mocha's own timer beside it.
    await systemClock.pause(1);
    const enough = new AbortController();
    const pausing = systemClock.pause(3_600_000, enough.signal);
    const before = timers();
    enough.abort();
    await pausing;
    assert.equal(timers(), before - 1);
  });

  it('given a signal that was given before, then there is no pause', async () => {
    await systemClock.pause(3_600_000, AbortSignal.abort());
  });

  it('given no signal, then it passes', async () => {
    await systemClock.pause(1);
  });
});
