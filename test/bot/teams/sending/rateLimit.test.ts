import assert from 'node:assert/strict';
import { createRateLimit } from '#bot/teams/sending/rateLimit.ts';

describe('The rate limit', () => {
  it('given seven calls in one conversation, then the eighth is told to wait, another conversation is not', async () => {
    const limit = createRateLimit();
    for (let call = 1; call <= 7; call++) assert.equal(await limit('tenant', 'chat'), 0);
    const wait = await limit('tenant', 'chat');
    assert.ok(wait > 0 && wait <= 1_000, String(wait));
    assert.equal(await limit('tenant', 'other chat'), 0);
  });

  it('given fifty calls of one tenant, then the next is told to wait, another tenant is not', async () => {
    const limit = createRateLimit();
    for (let call = 1; call <= 50; call++) assert.equal(await limit('tenant', `chat ${call}`), 0);
    const wait = await limit('tenant', 'one more chat');
    assert.ok(wait > 0 && wait <= 1_000, String(wait));
    assert.equal(await limit('other tenant', 'one more chat'), 0);
  });

  it('given two of them, then each counts for itself', async () => {
    const first = createRateLimit();
    for (let call = 1; call <= 7; call++) await first('tenant', 'chat');
    assert.equal(await createRateLimit()('tenant', 'chat'), 0);
  });
});
