import { addressOf } from '#app/contact/contactRecord.ts';
import type { CardJson } from '#cards/expand.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Personally } from '#dialogs/turn/personally.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { toActivity } from './outgoing.ts';
import type { Connector } from './sending/connector.ts';

export function createPersonally(connector: Connector): Personally {
  const write: Personally['write'] = async (turn, message) => {
    const chat = chatOf(turn);
    // Not by the turn's own way, which tries again for seconds while the presser waits.
    return (
      chat && connector.send(chat.serviceUrl, chat.conversationId, toActivity(message)).catch(() => undefined)
    );
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
      );
      return edited.then(
        () => true,
        () => false,
      );
    },
  };
}

function chatOf({ conversation, person }: Turn): { serviceUrl: string; conversationId: string } | undefined {
  return conversation.kind === 'personal' ? conversation : addressOf(person);
}

function messageOf(card: CardJson): OutgoingMessage {
  const summary = typeof card.fallbackText === 'string' ? card.fallbackText : undefined;
  return { card, summary };
}
