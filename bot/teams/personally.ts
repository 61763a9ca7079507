import { addressOf } from '#app/contact/contactRecord.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { CardJson } from '#cards/expand.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Personally } from '#dialogs/turn/personally.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { toActivity } from './outgoing.ts';
import type { Connector } from './sending/connector.ts';
import type { Leaving } from './sending/leaving.ts';

export function createPersonally(
  connector: Pick<Connector, 'send' | 'update' | 'remove'>,
  log: Log,
): Personally {
  const givenUp = (error: unknown): undefined => {
    log.warn({ event: 'turn.given-up', err: error });
    return undefined;
  };
  const write: Personally['write'] = async (turn, message) => {
    const chat = chatOf(turn);
    if (!chat) return undefined;
    // Not by the turn's own way, which tries again for seconds while the presser waits.
    return connector
      .send(chat.serviceUrl, chat.conversationId, toActivity(message), leavingOf(turn, chat))
      .catch(givenUp);
  };
  return {
    write,
    send: (turn, card) => write(turn, messageOf(card)),
    async edit(turn, activityId, card) {
      const chat = chatOf(turn);
      if (!chat) return false;
      const edited = connector.update(
        chat.serviceUrl,
        chat.conversationId,
        activityId,
        toActivity(messageOf(card)),
        leavingOf(turn, chat),
      );
      return (await edited.catch(givenUp)) !== undefined;
    },
    async remove(turn, activityId) {
      const chat = chatOf(turn);
      if (!chat) return false;
      const removed = connector
        .remove(chat.serviceUrl, chat.conversationId, activityId, leavingOf(turn, chat))
        .then(() => true);
      return (await removed.catch(givenUp)) === true;
    },
  };
}

/** Milliseconds that a call may take, so that the turn ends before Teams sends it again. */
function leavingOf({ endsAt }: Turn, { tenantId }: Pick<Chat, 'tenantId'>): Leaving {
  return { within: Math.max(1, endsAt - Date.now()), tenantId };
}

interface Chat {
  serviceUrl: string;
  conversationId: string;
  tenantId: string | undefined;
}

function chatOf({ conversation, person }: Turn): Chat | undefined {
  return conversation.kind === 'personal' ? conversation : addressOf(person);
}

function messageOf(card: CardJson): OutgoingMessage {
  const summary = typeof card.fallbackText === 'string' ? card.fallbackText : undefined;
  return { card, summary };
}
