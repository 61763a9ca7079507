import { createConversationLimit } from './conversationLimit.ts';
import { createPace, type Pace, type Ticking } from './pace.ts';

/**
 * Asks for one more call: resolves when its turn has come. 0: now it may go. Otherwise the milliseconds for which this
 * conversation has to rest, and nothing was taken.
 */
export type RateLimit = (tenantId: string, conversationId: string) => Promise<number>;

/**
 * Microsoft's page "Rate limiting for agents" (8 October 2026): 50 calls a second per app and tenant, and less per
 * conversation. A conversation that has to rest is told so at once, so that it keeps nobody waiting; the tenant's own
 * turn is waited for, which is a second at most, in the order of asking. `replicas`: how many processes share the budget.
 */
export function createRateLimit(ticking: Ticking, replicas: () => number = () => 1): RateLimit {
  const conversations = createConversationLimit(ticking.now);
  const paces = new Map<string, Pace>();
  return async (tenantId, conversationId) => {
    const rest = conversations.take(conversationId);
    if (rest > 0) return rest;
    const pace = paces.get(tenantId) ?? createPace(ticking, replicas);
    paces.set(tenantId, pace);
    await pace();
    return 0;
  };
}
