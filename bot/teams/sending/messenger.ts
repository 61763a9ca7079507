import { toActivity } from '#bot/teams/outgoing.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Clock } from '#ports/clock.ts';
import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';
import type { Connector } from './connector.ts';
import { deliveryOf } from './deliveryOf.ts';
import { endOf, type Leaving } from './leaving.ts';
import type { SendingLimits } from './limits/limits.ts';
import { type End, NotNow } from './limits/place.ts';

export interface MessengerDeps {
  connector: Connector;
  limits: SendingLimits;
  render: (to: Address, content: Content) => OutgoingMessage;
  clock: Clock;
  metrics: Metrics;
}

const always = () => true;

/** Sends through Teams: renders for the recipient, keeps to the rate limits, and says how each call ended. */
export function createMessenger(deps: MessengerDeps, holding: () => boolean = always): Messenger {
  const { connector } = deps;
  const deliver = async (to: Address, content: Content, call: Send): Promise<Delivery> => {
    const delivery = await sendOne(deps, { to, content, holding }, call);
    deps.metrics.deliveries.inc({ kind: content.type, outcome: delivery.outcome });
    return delivery;
  };
  return {
    post: (to, content) =>
      deliver(to, content, (message, how) =>
        to.kind === 'channel'
          ? connector.startThread(
              to.serviceUrl,
              { id: to.conversationId, tenantId: to.tenantId, botId: to.botId },
              toActivity(message),
              how,
            )
          : connector.send(to.serviceUrl, to.conversationId, toActivity(message), how),
      ),
    follow: (to, activityId, content) =>
      deliver(to, content, (message, how) =>
        connector.send(to.serviceUrl, threadOf(to, activityId), toActivity(message), how),
      ),
    under: (still) => createMessenger(deps, still),
    edit: (to, activityId, content) =>
      deliver(to, content, (message, how) =>
        connector.update(to.serviceUrl, threadOf(to, activityId), activityId, toActivity(message), how),
      ),
  };
}

type Send = (message: OutgoingMessage, how: Leaving) => Promise<string>;

async function sendOne(
  { limits, render, clock }: MessengerDeps,
  { to, content, holding }: { to: Address; content: Content; holding: () => boolean },
  send: Send,
): Promise<Delivery> {
  const { tenantId, conversationId, serviceUrl } = to;
  const place = limits.enter({ tenantId, conversationId, serviceUrl, still: holding });
  if (place instanceof NotNow) return notYet(place);
  let end: End | undefined;
  try {
    const message = render(to, content);
    const call = () => send(message, { tenantId, place });
    const activityId = await call().catch((error: unknown) => onceMore(error, call));
    end = { kind: 'answered' };
    return { outcome: 'sent', activityId };
  } catch (error) {
    end = endOf(error, clock.now());
    if (error instanceof NotNow) return notYet(error);
    const rests = place.leave(end);
    const delivery = deliveryOf(error, clock.now());
    if (delivery.outcome !== 'later') return delivery;
    const away = limits.away(serviceUrl);
    // That Teams is away is no failure of this message, however long it lasts.
    if (away !== undefined) return { ...delivery, after: Math.max(away, rests), counts: false };
    return end?.kind === 'throttled' ? { ...delivery, after: delivery.after ?? rests } : delivery;
  } finally {
    place.leave(end);
  }
}

function notYet({ after, message: reason }: NotNow): Delivery {
  return { outcome: 'later', counts: false, reason, ...(after !== undefined && { after }) };
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
