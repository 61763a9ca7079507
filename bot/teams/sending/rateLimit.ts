import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Says how long to wait before one more call, 0 for none. Counts this process only: with several replicas Teams
 * itself is the judge, and its 429 is obeyed.
 */
export type RateLimit = (tenantId: string, conversationId: string) => Promise<number>;

// Microsoft's page "Rate limiting for agents" (8 October 2026): per conversation 7 in 1 s, 8 in 2 s, 60 in 30 s,
// 1,800 in an hour; 50 a second per app and tenant.
const perConversation = [
  { points: 7, duration: 1 },
  { points: 8, duration: 2 },
  { points: 60, duration: 30 },
  { points: 1800, duration: 3600 },
];
const MOST_CONVERSATIONS = 20_000;
const perTenant = { points: 50, duration: 1 };

export function createRateLimit(): RateLimit {
  const tenant = new RateLimiterMemory({ ...perTenant, keyPrefix: 'tenant' });
  const conversation = perConversation.map(
    (window) => new RateLimiterMemory({ ...window, keyPrefix: `conversation-${window.duration}` }),
  );
  const seen = new Set<string>();
  return async (tenantId, conversationId) => {
    // The longest window is an hour: what was not written to longest is forgotten first, and Teams is the judge of it.
    seen.delete(conversationId);
    seen.add(conversationId);
    if (seen.size > MOST_CONVERSATIONS) {
      for (const oldest of seen.keys().take(1)) {
        seen.delete(oldest);
        for (const limiter of conversation) await limiter.delete(oldest);
      }
    }
    for (const limiter of conversation) {
      const wait = await take(limiter, conversationId);
      if (wait > 0) return wait;
    }
    return take(tenant, tenantId);
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}
