import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRateLimit } from '#bot/teams/sending/rateLimit.ts';
import { virtualTime } from '#test/support/app/virtualTime.ts';

const conversationWindows = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

describe('The rate limit', () => {
  it('given calls of one tenant at any time, and a process that stands still now and then, then no second has more than fifty', async () => {
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(30), fc.nat(1_500)), {
      minLength: 60,
      maxLength: 250,
    });
    await fc.assert(
      fc.asyncProperty(gaps, fc.array(fc.nat(400), { maxLength: 5 }), async (pauses, stalls) => {
        const time = virtualTime(stalls);
        const limit = createRateLimit(time);
        const granted: number[] = [];
        const calls: Promise<void>[] = [];
        for (const [call, pause] of pauses.entries()) {
          if (pause > 0) await time.pause(pause);
          calls.push(limit('tenant', `chat ${call}`).then(() => void granted.push(time.now())));
        }
        await Promise.all(calls);
        assert.equal(granted.length, pauses.length);
        for (const [first, at] of granted.entries()) {
          const fiftyFirst = granted[first + 50];
          assert.ok(
            fiftyFirst === undefined || fiftyFirst - at >= 1_000,
            `51 in ${(fiftyFirst ?? 0) - at} ms`,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('given more calls than fit, then they go in the order of asking, at 97 % of fifty a second or more', async () => {
    const time = virtualTime();
    const limit = createRateLimit(time);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 1_000 }, (_, call) =>
        limit('tenant', `chat ${call}`).then(() => void order.push(call)),
      ),
    );
    assert.deepEqual(
      order,
      [...order].sort((one, other) => one - other),
    );
    assert.ok(1_000 / (time.now() / 1_000) >= 48.5, `${time.now()} ms`);
  });

  it('given two processes that share, then each has half of it, and another tenant all of its own', async () => {
    const time = virtualTime();
    const limit = createRateLimit(time, () => 2);
    const calls = (tenant: string, count: number) =>
      Promise.all(Array.from({ length: count }, (_, call) => limit(tenant, `${tenant} ${call}`)));
    await calls('tenant', 240);
    assert.ok(time.now() >= 9_800, `${time.now()} ms`);
    const before = time.now();
    await calls('other', 1);
    assert.equal(time.now(), before);
  });

  it('given calls in one conversation at any time, then no window of Teams has more than it takes', async () => {
    const gaps = fc.array(fc.oneof(fc.nat(300), fc.nat(20_000)), { minLength: 20, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(gaps, async (pauses) => {
        const time = virtualTime();
        const limit = createRateLimit(time);
        const made: number[] = [];
        for (const pause of pauses) {
          await time.pause(pause);
          const rest = await limit('tenant', 'chat');
          if (rest === 0) made.push(time.now());
          else assert.ok(rest <= 3_600_000);
        }
        for (const [calls, within] of conversationWindows) {
          for (const [first, at] of made.entries()) {
            const oneMore = made[first + calls];
            assert.ok(oneMore === undefined || oneMore - at >= within, `${calls + 1} within ${within} ms`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('given a conversation that has to rest, then it takes nothing of the budget, and after that time it goes', async () => {
    const time = virtualTime();
    const limit = createRateLimit(time);
    for (let call = 0; call < 7; call++) assert.equal(await limit('tenant', 'chat'), 0);
    const at = time.now();
    const rest = await limit('tenant', 'chat');
    assert.ok(rest > 0);
    assert.equal(time.now(), at, 'whoever has to rest waits for nobody');
    assert.equal(await limit('tenant', 'other chat'), 0);
    await time.pause(rest);
    assert.equal(await limit('tenant', 'chat'), 0);
  });
});
