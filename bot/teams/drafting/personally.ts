import type { CardJson } from '../../../cards/expand.ts';
import { addressOf } from '../../../src/app/contactRecord.ts';
import type { Connector } from '../connector.ts';
import { toActivity } from '../outgoing.ts';
import type { Turn } from '../turn.ts';

/** Messages of a turn into the person's own chat, wherever the turn happened. Neither throws. */
export interface Personally {
  /** Gives back the message's id, or undefined where it could not be sent. */
  send(turn: Turn, card: CardJson): Promise<string | undefined>;
  /** Whether it worked: the message may be gone. */
  edit(turn: Turn, activityId: string, card: CardJson): Promise<boolean>;
}

export function createPersonally(connector: Connector): Personally {
  return {
    async send(turn, card) {
      const activity = messageOf(card);
      if (turn.place.kind === 'personal') {
        const sent = await turn.context.sendActivity(activity).catch(() => undefined);
        return sent?.id;
      }
      const chat = addressOf(turn.person);
      if (!chat) return undefined;
      return connector.send(chat.serviceUrl, chat.conversationId, activity).catch(() => undefined);
    },
    async edit(turn, activityId, card) {
      const activity = messageOf(card);
      const chat = addressOf(turn.person);
      const edited =
        turn.place.kind === 'personal'
          ? turn.context.updateActivity({ ...activity, id: activityId })
          : chat && connector.update(chat.serviceUrl, chat.conversationId, activityId, activity);
      return Promise.resolve(edited).then(Boolean, () => false);
    },
  };
}

function messageOf(card: CardJson) {
  const summary = typeof card.fallbackText === 'string' ? card.fallbackText : undefined;
  return toActivity({ card, summary });
}
