import { toActivity } from '#bot/teams/outgoing.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Clock } from '#ports/clock.ts';
import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';
import type { Connector } from './connector.ts';
import { deliveryOf } from './deliveryOf.ts';
import type { RateLimit } from './rateLimit.ts';

export interface MessengerDeps {
  connector: Connector;
  rateLimit: RateLimit;
  render: (to: Address, content: Content) => OutgoingMessage;
  clock: Clock;
  metrics: Metrics;
}

const always = () => true;

/** Sends through Teams: renders for the recipient, keeps to the rate limits, and says how each call ended. */
export function createMessenger(deps: MessengerDeps, holding: () => boolean = always): Messenger {
  const { connector } = deps;
  const deliver = async (
    to: Address,
    content: Content,
    call: (message: OutgoingMessage) => Promise<string>,
  ) => {
    const wait = await deps.rateLimit(to.tenantId, to.conversationId);
    const message = wait > 0 ? undefined : deps.render(to, content);
    const delivery: Delivery = !message
      ? { outcome: 'later', after: wait, counts: false, reason: 'rate limit' }
      : holding()
        ? await attempt(deps, () => call(message))
        : { outcome: 'later', counts: false, reason: 'another process has taken it over' };
    deps.metrics.deliveries.inc({ kind: content.type, outcome: delivery.outcome });
    return delivery;
  };
  return {
    post: (to, content) =>
      deliver(to, content, (message) =>
        to.kind === 'channel'
          ? connector.startThread(
              to.serviceUrl,
              { id: to.conversationId, tenantId: to.tenantId, botId: to.botId },
              toActivity(message),
            )
          : connector.send(to.serviceUrl, to.conversationId, toActivity(message)),
      ),
    follow: (to, activityId, content) =>
      deliver(to, content, (message) =>
        connector.send(to.serviceUrl, threadOf(to, activityId), toActivity(message)),
      ),
    under: (still) => createMessenger(deps, still),
    edit: (to, activityId, content) =>
      deliver(to, content, (message) =>
        connector.update(to.serviceUrl, threadOf(to, activityId), activityId, toActivity(message)),
      ),
  };
}

async function attempt(deps: MessengerDeps, call: () => Promise<string>): Promise<Delivery> {
  try {
    return { outcome: 'sent', activityId: await call().catch((error: unknown) => onceMore(error, call)) };
  } catch (error) {
    return deliveryOf(error, deps.clock.now());
  }
}

/** A kept connection that the other side closed in the same moment is no reason to wait. */
function onceMore(error: unknown, call: () => Promise<string>): Promise<string> {
  const { code } = error as { code?: unknown };
  if (code === 'ECONNRESET' || code === 'EPIPE') return call();
  throw error;
}

/** In a channel every first message is a conversation of its own; a chat is one conversation. */
function threadOf(to: Address, activityId: string): string {
  return to.kind === 'channel' ? `${to.conversationId};messageid=${activityId}` : to.conversationId;
}
